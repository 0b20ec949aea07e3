import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { describeIn } from '../browser/describe-in.ts';
import { type ExtensionDriver, startChromium } from '../browser/drivers/chromium.ts';
import { startFirefox } from '../browser/drivers/firefox.ts';
import { chromiumPolicy, firefoxPolicy } from '../browser/drivers/policy.ts';
import { policyArrived } from '../browser/policy-arrived.ts';
import { until } from '../browser/until.ts';
import type { TestPage } from '../browser/verdict.ts';
import { type Roundcube, roundcubeMissing, startRoundcube } from './roundcube.ts';
import {
  addRecipient,
  click,
  draftIn,
  focusLink,
  isSent,
  PREVIEW,
  pressSend,
  reply,
  rewrite,
  sendByKeyboard,
  stateOf,
  type WebmailPage,
  write,
} from './roundcube-hands.ts';

/** Writing, sending and joining in a real webmail, under real managed policies; what is sent really arrives somewhere. */

const ALTERNATIVE = 'Use the secure room of the ministry.';
const WARNING = {
  policyVersion: 'warning-1',
  expectedKeys: ['organisation', 'rules'],
  organisation: { name: 'Ministerie van Voorbeelden', mailDomains: ['ministerie.example'] },
  rules: [{ rule: 'no-passcode', level: 'warn' }],
};
const HOLDING = {
  ...WARNING,
  policyVersion: 'holding-1',
  expectedKeys: ['organisation', 'rules', 'platforms'],
  rules: [
    { rule: 'no-passcode', level: 'justify' },
    { rule: 'platform-not-allowed', level: 'block' },
  ],
  platforms: [{ platform: 'whereby', use: 'forbidden', alternative: ALTERNATIVE }],
};

const COLLEAGUE = 'jan.devries@ministerie.example';
/** No passcode: a reason is asked for. */
const ZOOM = 'https://zoom.us/j/84512345678';
/** Not allowed: no way. */
const WHEREBY = 'https://whereby.com/examplestad-overleg';

const MAILS = ['zoom-no-passcode', 'no-meeting', 'calendar-only'];
/** Links into one meeting without passcode, and one to something else. */
const JOIN = {
  plain: 'https://us02web.zoom.us/j/83917260455',
  other: 'https://zoom.us/wc/join/83917260455',
  wrapped:
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F83917260455&data=05%7C02&reserved=0',
};
const ELSEWHERE = 'https://www.example.org/agenda';
const LINKS_MAIL = mailWith('Links to one meeting', [...Object.values(JOIN), ELSEWHERE]);
const BLOCKED_MAIL = mailWith('Overleg in Whereby', [WHEREBY]);

function mailWith(subject: string, links: readonly string[]): string {
  const paragraphs = links.map((link) => `<p><a href="${link.replaceAll('&', '&amp;')}">Here</a></p>`);
  return `From: Sanne Bakker <sanne.bakker@example.com>
To: Anna Vermeer <anna.vermeer@ministerie.example>
Subject: ${subject}
Date: Fri, 20 Nov 2026 09:00:00 +0100
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8

<html><body><p>Hello,</p>
${paragraphs.join('\n')}
</body></html>
`;
}

type AnyPage = TestPage & WebmailPage;

/** A browser with a page in Roundcube, and everything that has to go in the end. */
interface Session {
  driver: ExtensionDriver<TestPage>;
  page: AnyPage;
  roundcube: Roundcube;
  resize(width: number): Promise<unknown>;
  stop(): Promise<void>;
}

type Start = (policy: typeof WARNING) => Promise<Session>;
const HEIGHT = 800;
const WIDTH = 1280;

async function inbox(): Promise<Roundcube> {
  const roundcube = await startRoundcube();
  for (const mail of MAILS) roundcube.deliver(mail, readFileSync(`test/webmail/mails/${mail}.eml`));
  roundcube.deliver('links', LINKS_MAIL);
  roundcube.deliver('blocked', BLOCKED_MAIL);
  return roundcube;
}

const inChromium: Start = async (values) => {
  const roundcube = await inbox();
  const policy = chromiumPolicy();
  policy.write(values);
  const driver = await startChromium({ dist: resolve('dist/chromium-loopback') });
  await policyArrived(driver, values.policyVersion);
  const page = await driver.newPage();
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  // Leaving a draft: Roundcube asks.
  page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
  await roundcube.login(page);
  return {
    driver,
    page,
    roundcube,
    resize: (width) => page.setViewportSize({ width, height: HEIGHT }),
    stop: async () => {
      await driver.close();
      policy.restore();
      await roundcube.stop();
    },
  };
};

const inFirefox: Start = async (values) => {
  const roundcube = await inbox();
  const home = mkdtempSync(join(tmpdir(), 'in-camera-home-'));
  firefoxPolicy(home).write(values);
  const firefox = await startFirefox({ dist: resolve('dist/firefox-loopback'), home });
  await policyArrived(firefox, values.policyVersion);
  const page = await firefox.newPage();
  page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
  await roundcube.login(page);
  return {
    driver: firefox,
    page,
    roundcube,
    resize: (width) => page.setViewport({ width, height: HEIGHT }),
    stop: async () => {
      await firefox.close();
      await roundcube.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

/** Long enough for what must not happen to happen. */
const aMoment = (): Promise<void> => pause(400);

/** What the tests ask of one session. */
function asking({ driver, page, roundcube }: Session) {
  const notices = (): Promise<string[]> => driver.closedShadowText(page);
  const said = async (): Promise<string> => (await notices()).join(' ¦ ');
  const says = (words: string): Promise<void> =>
    until(`“${words}”`, async () => (await said()).includes(words)).catch(async () =>
      expect(await said()).toContain(words),
    );
  const isQuiet = (): Promise<void> =>
    until('no notice', async () => (await notices()).length === 0).catch(async () =>
      expect(await notices()).toEqual([]),
    );
  const isDialogOpen = async (): Promise<boolean> => (await said()).includes('Go back');
  const isFree = (): Promise<void> => until('no dialog', async () => !(await isDialogOpen()));
  const goBack = async (): Promise<void> => {
    await driver.clickInNotice(page, 'Go back');
    await isFree();
  };

  /** Does something that must be held, and nothing may come of it: neither a mail nor a tab. Leaves the dialog open. */
  const held = async (act: () => Promise<void>): Promise<void> => {
    const before = { mails: roundcube.sent().length, tabs: await driver.tabAddresses() };
    await act();
    await says('Go back');
    await aMoment();
    expect({ mails: roundcube.sent().length, tabs: await driver.tabAddresses() }).toEqual(before);
  };

  /** Does something that must send one mail, and answers with it. */
  const sending = async (act: () => Promise<void>) => {
    const before = roundcube.sent().length;
    await act();
    await isSent(page).catch(async (error: unknown) => {
      const [state, log] = [await stateOf(page), roundcube.log()];
      throw new Error(`Not sent. Roundcube: ${state}; we: ${await said()}\n${log}`, { cause: error });
    });
    await aMoment();
    const arrived = roundcube.sent().slice(before);
    expect(arrived).toHaveLength(1);
    const [mail] = arrived;
    const { subject, text } = await PostalMime.parse(mail?.raw ?? '');
    return { to: mail?.to, subject, text: oneLine(text ?? '') };
  };

  /** Does something that must open one tab, and answers with its address. */
  const opening = async (act: () => Promise<void>): Promise<string[]> => {
    const before = await driver.tabAddresses();
    await act();
    const opened = async (): Promise<string[]> => {
      const now = await driver.tabAddresses();
      for (const address of before) if (now.includes(address)) now.splice(now.indexOf(address), 1);
      return now;
    };
    await until('a new tab', async () => (await opened()).some((address) => !address.startsWith('about:')));
    await aMoment();
    await page.bringToFront();
    return opened();
  };

  return { notices, said, says, isQuiet, isDialogOpen, goBack, held, sending, opening };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const linkTo = (address: string): string => `#messagebody a[href=${JSON.stringify(address)}]`;

function underPolicies(start: Start): void {
  describe('that asks for a reason, or blocks', () => {
    let session: Session;
    let roundcube: Roundcube;
    let driver: ExtensionDriver<TestPage>;
    let page: AnyPage;
    let see: ReturnType<typeof asking>;

    beforeAll(async () => {
      session = await start(HOLDING);
      ({ roundcube, driver, page } = session);
      see = asking(session);
    });
    afterEach(() => session.resize(WIDTH));
    afterAll(() => session?.stop());

    it.each([
      ['plain text', false],
      ['HTML', true],
    ])('follows a draft in %s, with one notice', async (_kind, html) => {
      await roundcube.compose(page, { to: [COLLEAGUE], subject: 'Voortgang', html });
      await write(page, 'Dear Jan,\nthe figures are at https://www.example.org/ today.\n');
      await aMoment();
      expect(await see.notices()).toEqual([]);

      await write(page, `Here we meet: ${ZOOM} tomorrow.\n`);
      await see.says('No passcode');
      await driver.clickInNotice(page, 'What to do');
      // What the writer can do about it, not what a reader would ask the organiser.
      await see.says('edit the meeting → Security → Passcode');
      await aMoment();
      expect(await see.notices()).toHaveLength(1);

      await write(page, 'Passcode: 482913\n');
      await see.isQuiet();
      await rewrite(page, 'Dear Jan, we meet in the canteen.');
      await aMoment();
      expect(await see.notices()).toEqual([]);
    });

    it('names who is invited from outside, as they are added', async () => {
      await roundcube.compose(page, { to: [COLLEAGUE], subject: 'Voortgang', html: true });
      await write(page, `${ZOOM}\nPasscode: 482913\n`);
      await aMoment();
      // On a busy machine the link is there for a while before the passcode.
      await see.isQuiet();
      await addRecipient(page, 'jo@example.org');
      await see.says('People from outside your organisation are invited (1): example.org.');
      await addRecipient(page, 'ana@example.com');
      await see.says('People from outside your organisation are invited (2): example.org, example.com.');
      expect(await see.notices()).toHaveLength(1);
    });

    it.each([
      ['plain text', false],
      ['HTML', true],
    ])('holds Send in %s until a reason is given, then sends exactly this mail, once', async (kind, html) => {
      const subject = `Overleg in ${kind}`;
      await roundcube.compose(page, { to: [COLLEAGUE, 'jo@example.org'], subject, html });
      await write(page, `Dear Jan,\nwe meet at ${ZOOM} tomorrow.\n`);
      await see.says('No passcode');
      const draft = await draftIn(page);

      await see.held(() => pressSend(page));
      await see.says('No passcode: the link or number is all that anyone needs');
      await see.goBack();
      expect(await draftIn(page)).toEqual(draft);

      for (const key of ['Enter', ' '] as const) {
        await see.held(() => sendByKeyboard(page, key));
        await see.goBack();
      }
      expect(await draftIn(page)).toEqual(draft);

      // Four characters are no reason.
      await see.held(async () => {
        await pressSend(page);
        await driver.typeInNotice(page, 'busy');
        await driver.clickInNotice(page, 'Send anyway');
      });
      await see.goBack();
      expect(await draftIn(page)).toEqual(draft);

      await see.held(() => pressSend(page));
      await driver.typeInNotice(page, 'I let everybody in myself');
      expect(await draftIn(page)).toEqual(draft);
      const sent = await see.sending(() => driver.clickInNotice(page, 'Send anyway'));
      expect(sent).toEqual({ to: [COLLEAGUE, 'jo@example.org'], subject, text: oneLine(draft.text) });
    });

    it('holds the next draft again, also one that is sent in the same breath as it is written', async () => {
      await roundcube.compose(page, { to: [COLLEAGUE], subject: 'Nog een' });
      await write(page, 'Dear Jan, ');
      await see.held(async () => {
        await page.keyboard.type(`${ZOOM} `);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      });
      await driver.typeInNotice(page, 'there is a lobby');
      const sent = await see.sending(() => driver.clickInNotice(page, 'Send anyway'));
      expect(sent).toEqual({ to: [COLLEAGUE], subject: 'Nog een', text: `Dear Jan, ${ZOOM}` });
    });

    it('lets nothing out at block: neither mouse nor keyboard, nor on a narrow screen', async () => {
      await roundcube.compose(page, { to: [COLLEAGUE], subject: 'Overleg', html: true });
      await write(page, `We meet at ${WHEREBY} tomorrow.\n`);
      await see.says('Your organisation does not use Whereby');
      const [draft, before] = [await draftIn(page), roundcube.sent().length];

      await see.held(() => pressSend(page));
      await see.says(ALTERNATIVE);
      expect(await see.said()).not.toContain('Send anyway');
      await see.goBack();
      for (const key of ['Enter', ' '] as const) {
        await see.held(() => sendByKeyboard(page, key));
        await see.goBack();
      }
      // However the keys are pressed, on the dialog or on Send, which has the focus again after it.
      await see.held(() => sendByKeyboard(page, 'Enter'));
      for (const key of ['Enter', ' ', 'Enter', 'Escape', ' ']) await page.keyboard.press(key);
      await aMoment();
      if (await see.isDialogOpen()) await see.goBack();

      // On a narrow screen Elastic shows another Send, which presses the first by program. A closed notice makes no hole.
      await driver.clickInNotice(page, 'Not now');
      await session.resize(420);
      await see.held(() => click(page, 'a.send'));
      expect(await see.said()).not.toContain('Send anyway');
      await see.goBack();
      // The next draft leads to the same meeting.
      await driver.worker("chrome.storage.session.remove('set-aside').then(() => null)");
      expect(await draftIn(page)).toEqual(draft);
      expect(roundcube.sent()).toHaveLength(before);
    });

    it('keeps a draft and sends what was mended without a question', async () => {
      await roundcube.compose(page, { to: [COLLEAGUE], subject: 'Overleg' });
      await write(page, `We meet at ${WHEREBY} tomorrow.\n`);
      await see.says('Your organisation does not use Whereby');
      await click(page, 'a.save');
      await until('the draft to be kept', () =>
        page.evaluate(`document.querySelector('[name=_draft_saveid]').value !== ''`),
      );
      expect(await see.isDialogOpen()).toBe(false);
      await rewrite(page, 'We meet in the canteen.');
      const sent = await see.sending(() => pressSend(page));
      expect(sent).toEqual({ to: [COLLEAGUE], subject: 'Overleg', text: 'We meet in the canteen.' });
    });

    it('holds a reply', async () => {
      await roundcube.open(page, 'Agenda personeelsdag');
      await reply(page);
      await see.isQuiet();
      await write(page, `\nBetter here: ${ZOOM} then.\n`);
      await see.says('No passcode');
      await see.held(() => sendByKeyboard(page, 'Enter'));
      await driver.typeInNotice(page, 'we have a lobby');
      const sent = await see.sending(() => driver.clickInNotice(page, 'Send anyway'));
      expect(sent).toMatchObject({
        to: ['femke.smit@ministerie.example'],
        subject: 'Re: Agenda personeelsdag',
      });
    });

    it.each([
      ['beside the list', { frame: PREVIEW }],
      ['on its own page', {}],
    ])(
      'holds joining from a mail %s, by every way, and then opens exactly that link',
      async (_where, where) => {
        if ('frame' in where) await roundcube.open(page, 'Links to one meeting');
        else await roundcube.openAlone(page, 'Links to one meeting');
        await see.says('No passcode');
        const follow = {
          click: (link: string) => click(page, linkTo(link), where),
          'click with Control': async (link: string) => {
            await page.keyboard.down('Control');
            await click(page, linkTo(link), where);
            await page.keyboard.up('Control');
          },
          'middle click': (link: string) => click(page, linkTo(link), { ...where, button: 'middle' }),
          Enter: async (link: string) => {
            await focusLink(page, linkTo(link), where);
            await page.keyboard.press('Enter');
          },
        };
        for (const go of Object.values(follow))
          expect(await see.opening(() => go(ELSEWHERE))).toEqual([ELSEWHERE]);

        const ways: [how: keyof typeof follow, link: string][] = [
          ['click', JOIN.plain],
          ['middle click', JOIN.plain],
          ['Enter', JOIN.plain],
          ['click', JOIN.other],
          ['click with Control', JOIN.other],
          ['middle click', JOIN.wrapped],
          ['Enter', JOIN.wrapped],
        ];
        for (const [how, link] of ways) {
          await see.held(() => follow[how](link));
          await see.goBack();
        }

        const chosen = 'frame' in where ? JOIN.wrapped : JOIN.plain;
        await see.held(() => follow.click(chosen));
        await driver.typeInNotice(page, 'I know the host');
        expect(await see.opening(() => driver.clickInNotice(page, 'Join anyway'))).toEqual([chosen]);
        await see.held(() => follow.click(chosen));
        await see.goBack();
      },
    );

    it('lets nobody join what is blocked', async () => {
      await roundcube.open(page, 'Overleg in Whereby');
      await see.says('Your organisation does not use Whereby');
      for (const button of ['left', 'middle'] as const) {
        await see.held(() => click(page, linkTo(WHEREBY), { frame: PREVIEW, button }));
        await see.says(ALTERNATIVE);
        expect(await see.said()).not.toContain('Join anyway');
        await see.goBack();
      }
    });

    it('says of a mail with a calendar attachment that it was checked in part', async () => {
      await roundcube.open(page, 'Kennismaking leverancier');
      await see.says('A calendar attachment could not be read');
      await roundcube.openAlone(page, 'Kennismaking leverancier');
      await see.says('A calendar attachment could not be read');
      expect(await see.notices()).toHaveLength(1);
    });
  });

  describe('that only warns', () => {
    let session: Session;
    let see: ReturnType<typeof asking>;

    beforeAll(async () => {
      session = await start(WARNING);
      see = asking(session);
    });
    afterAll(() => session?.stop());

    it('sends at once, and touches no event', async () => {
      const { page, roundcube } = session;
      for (const [html, send, expected] of [
        [true, () => pressSend(page), ['mousedown', 'mouseup', 'click']],
        [false, () => sendByKeyboard(page, 'Enter'), ['keydown', 'click', 'keyup']],
      ] as const) {
        const subject = `Overleg ${html}`;
        await roundcube.compose(page, { to: [COLLEAGUE], subject, html });
        await write(page, `We meet at ${ZOOM} tomorrow.\n`);
        await see.says('No passcode');
        await page.evaluate(WRITE_DOWN_EVENTS);
        const { text } = await draftIn(page);
        expect(await see.sending(send)).toEqual({ to: [COLLEAGUE], subject, text: oneLine(text) });
        // The page may be gone before the key is up.
        const seen = await page.evaluate(`JSON.parse(sessionStorage.getItem('seen'))`);
        expect(Array.isArray(seen) ? seen.filter((type) => type !== 'keyup') : seen).toEqual(
          expected.filter((type) => type !== 'keyup'),
        );
      }
    });

    it('opens a link at once', async () => {
      const { page, roundcube } = session;
      await roundcube.open(page, 'Links to one meeting');
      await see.says('No passcode');
      const frame = PREVIEW;
      expect(await see.opening(() => click(page, linkTo(JOIN.plain), { frame }))).toEqual([JOIN.plain]);
      const middle = { frame, button: 'middle' } as const;
      expect(await see.opening(() => click(page, linkTo(JOIN.other), middle))).toEqual([JOIN.other]);
      expect(await see.isDialogOpen()).toBe(false);
    });
  });
}

/** What comes to Send, as the page sees it: a person's own events only, none prevented on its way. It outlives the page. */
const WRITE_DOWN_EVENTS = `(() => {
  const seen = [];
  const send = document.querySelector('button.send');
  for (const type of ['mousedown', 'mouseup', 'keydown', 'keyup', 'click'])
    send.addEventListener(type, (event) => {
      if (type.startsWith('key') && event.key !== 'Enter') return;
      seen.push(event.isTrusted && !event.defaultPrevented ? type : 'touched ' + type);
      sessionStorage.setItem('seen', JSON.stringify(seen));
    }, { capture: true });
})()`;

const missing = roundcubeMissing();
describeIn({ browser: 'Chromium', missing }, 'Roundcube in Chromium under a policy', () =>
  underPolicies(inChromium),
);
describeIn({ browser: 'Firefox', missing }, 'Roundcube in Firefox under a policy', () =>
  underPolicies(inFirefox),
);
