import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { BLANK } from '../../src/invitation/blank.ts';
import { readFile } from '../../src/invitation/reading.ts';
import { MAX_LINKS } from '../../src/links/bounds.ts';
import { MAX_MEETINGS } from '../../src/meetings/find.ts';
import type { Invitation, Meeting, Review } from '../../src/model.ts';
import { recognise } from '../../src/platforms/recognise.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { review } from '../../src/review.ts';
import { casesOf } from '../cases.ts';
import { changed, changes } from '../fuzz/changes.ts';
import { ENCODING_NAMES, emlOf, htmlOf, icsOf, wrappedAt } from '../fuzz/encodings.ts';
import {
  anyOf,
  EXAMPLES,
  LABELS,
  LINKS,
  link,
  mail,
  meetingText,
  newMail,
  older,
  prose,
  SEPARATIONS,
} from '../fuzz/texts.ts';
import { AS_IT_IS, WRAP } from '../links/wrapping.ts';

/**
 * What must hold for every invitation, whoever wrote it: no exception, and no answer that depends on how the text came here: where
 * its lines break, how the mail encodes it, which gateways rewrote its links, what stands before and after it. On a failure
 * fast-check prints the seed and the smallest text it could find.
 */

const NOW = new Date('2026-11-02T09:00:00Z');

/** How many cases each property has; 100,000 in all. Reading mails and HTML takes ten times as long as reading text. */
const RUNS = {
  text: 68_000,
  eml: 4_000,
  ics: 6_000,
  html: 6_000,
  wrapped: 6_000,
  encoded: 2_000,
  gateway: 4_000,
  both: 4_000,
};
/** A safety net: `npm test` gives these only what the browsers leave of the processors. */
const TIME = 900_000;
let tried = 0;

afterAll(() => console.info(`${tried} invitations tried`));

function invitation(text: string, title = ''): Invitation {
  return {
    ...BLANK,
    surface: 'mail-read',
    title,
    passages: [{ source: 'body', text, anchors: [], timing: null }],
  };
}

function reviewed(text: string, title = ''): Review {
  tried += 1;
  return review(invitation(text, title), DEFAULT_POLICY, NOW);
}

async function reviewedFile(name: string, content: string | Uint8Array): Promise<Review | null> {
  tried += 1;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reading = await readFile(name, bytes, 'mail-read');
  return 'failure' in reading ? null : review(reading.invitation, DEFAULT_POLICY, NOW);
}

/** A file's own dates may tell a timing; the text cannot. */
function withoutTiming(meetings: readonly Meeting[] | undefined): Omit<Meeting, 'timing'>[] | undefined {
  return meetings?.map(({ timing: _timing, ...rest }) => rest);
}
// The properties.

function expectBounded(answer: Review): void {
  const { meetings, suspicious } = answer;
  const isWhole = JSON.parse(JSON.stringify(answer)).meetings.length === meetings.length;
  // Not by expect() each time, which takes longer than the comparison.
  if (isWhole && meetings.length <= MAX_MEETINGS && suspicious.length <= MAX_LINKS) return;
  throw new Error(`out of bounds: ${meetings.length} meetings, ${suspicious.length} suspicious links`);
}

it('the examples are most of all examples, and each is a meeting', () => {
  expect(LINKS.length).toBeGreaterThan(0.7 * EXAMPLES.length);
  const none = LINKS.filter((one) => reviewed(`${one.link}\n${one.beside}`).meetings.length === 0);
  expect(none).toEqual([]);
});

describe('whatever is done to an invitation, there is an answer', () => {
  it(
    'as text',
    () => {
      fc.assert(
        fc.property(fc.oneof(meetingText, mail), changes, anyOf(LABELS), (text, list, title) => {
          expectBounded(reviewed(changed(text, list), changed(title, list)));
        }),
        { numRuns: casesOf(RUNS.text) },
      );
    },
    TIME,
  );

  it(
    'as a mail',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          mail,
          fc.constantFrom(...ENCODING_NAMES),
          changes,
          changes,
          async (text, encoding, inside, list) => {
            const file = changed(emlOf(changed(text, inside), 'Overleg', encoding), list);
            const answer = await reviewedFile('a.eml', file);
            if (answer !== null) expectBounded(answer);
          },
        ),
        { numRuns: casesOf(RUNS.eml) },
      );
    },
    TIME,
  );

  it(
    'as a calendar',
    async () => {
      await fc.assert(
        fc.asyncProperty(mail, changes, async (text, list) => {
          const answer = await reviewedFile('a.ics', changed(icsOf(text, 'Overleg'), list));
          if (answer !== null) expectBounded(answer);
        }),
        { numRuns: casesOf(RUNS.ics) },
      );
    },
    TIME,
  );

  it(
    'as a page',
    async () => {
      await fc.assert(
        fc.asyncProperty(mail, fc.boolean(), changes, async (text, asAnchors, list) => {
          const answer = await reviewedFile('a.html', changed(htmlOf(text, asAnchors), list));
          if (answer !== null) expectBounded(answer);
        }),
        { numRuns: casesOf(RUNS.html) },
      );
    },
    TIME,
  );
});

describe('the answer is the same', () => {
  it(
    'at whatever column the lines are broken',
    () => {
      fc.assert(
        fc.property(mail, fc.integer({ min: 20, max: 200 }), (text, column) => {
          const whole = reviewed(text);
          const broken = reviewed(wrappedAt(text, column));
          expect(broken.meetings).toEqual(whole.meetings);
          expect(broken.suspicious).toEqual(whole.suspicious);
        }),
        { numRuns: casesOf(RUNS.wrapped) },
      );
    },
    TIME,
  );

  it(
    'as text, as a mail in each encoding, and as an event’s description',
    async () => {
      await fc.assert(
        fc.asyncProperty(mail, async (text) => {
          const plain = await reviewedFile('a.txt', `Subject: Overleg\n\n${text}`);
          const files = [
            ...ENCODING_NAMES.map((encoding) => ['a.eml', emlOf(text, 'Overleg', encoding)] as const),
            ['a.ics', icsOf(text, 'Overleg')] as const,
          ];
          for (const [name, content] of files) {
            const answer = await reviewedFile(name, content);
            expect(withoutTiming(answer?.meetings)).toEqual(withoutTiming(plain?.meetings));
            expect(answer?.suspicious).toEqual(plain?.suspicious);
          }
        }),
        { numRuns: casesOf(RUNS.encoded) },
      );
    },
    TIME,
  );

  // Gateways rewrite web addresses; a program's own scheme ("zoommtg:") they leave alone. A dot or a bracket at the end of a link is
  // the sentence's in running text, and the link's inside a wrapper.
  const webLink = link
    .filter((one) => one.link.startsWith('https://'))
    .map((one) => ({ ...one, link: one.link.replace(/[.)]{1,3}$/, '') }));
  const wrapperName = fc.constantFrom(...Object.keys(WRAP));
  const idOf = (name: string): string => name.split(' ', 1)[0] ?? '';
  const through = (name: string, address: string): string => WRAP[name]?.(address) ?? address;

  it(
    'through each gateway, alone and inside or around another',
    () => {
      fc.assert(
        fc.property(
          webLink,
          fc.array(anyOf(LABELS), { maxLength: 3 }),
          wrapperName,
          fc.constantFrom('alone', 'inside safelinks', 'around safelinks'),
          ({ link: address, beside }, labels, name, how) => {
            const textOf = (shown: string): string => [`Join: ${shown}`, ...labels, '', beside].join('\n');
            const [shown, names] =
              how === 'alone'
                ? [through(name, address), [name]]
                : how === 'inside safelinks'
                  ? [through('safelinks', through(name, address)), ['safelinks', name]]
                  : [through(name, through('safelinks', address)), [name, 'safelinks']];
            const direct = reviewed(textOf(address)).meetings;
            const wrapped = reviewed(textOf(shown)).meetings;
            // Some wrappers hold the address as a browser writes it.
            const asBrowser = names.some((one) => AS_IT_IS.has(one));
            const comparable = (meetings: readonly Meeting[]): Meeting[] =>
              meetings.map((one) => ({
                ...one,
                url: asBrowser && one.url !== null ? new URL(one.url).href : one.url,
                wrappedBy: [],
              }));
            expect(comparable(wrapped)).toEqual(comparable(direct));
            // A second, longer link to the same meeting may stand beside it in plain; then that one is the meeting's.
            if (direct[0]?.url === address) expect(wrapped[0]?.wrappedBy).toEqual(names.map(idOf));
          },
        ),
        { numRuns: casesOf(RUNS.gateway) },
      );
    },
    TIME,
  );

  it(
    'for two invitations one after the other as for each by itself',
    () => {
      /**
       * Two links to one meeting stay one, whatever numbers stand beside them. Of a meeting whose link and text name no number nobody
       * can say that it is another one than the next. An alias is the same with and without its server's domain.
       */
      const keyOf = ({ url }: Meeting): string | null =>
        url === null ? null : (recognise(new URL(url), [])?.link.key ?? null);
      const nameOf = ({ id }: Meeting): string | null => id?.split('@', 1)[0] ?? null;
      const mayBeOne = (one: Meeting, other: Meeting): boolean =>
        one.platform === other.platform &&
        (nameOf(one) === nameOf(other) ||
          nameOf(one) === null ||
          nameOf(other) === null ||
          (keyOf(one) !== null && keyOf(one) === keyOf(other)));
      const dials = (text: string, { id }: Meeting): boolean =>
        id !== null && new RegExp(`,,(?:\\*01\\*)?${id.replace(/\D/g, '') || 'none'}(?!\\d)`).test(text);
      // What stands between two links may belong to the first, such as a phone number; so the second begins with its own text.
      const following = fc
        .tuple(meetingText, prose, fc.option(older, { nil: '' }))
        .map((parts) => parts.filter((part) => part !== '').join('\n\n'));
      fc.assert(
        fc.property(newMail, anyOf(SEPARATIONS), following, (first, between, second) => {
          const [one, other] = [reviewed(first), reviewed(second)];
          fc.pre(!one.meetings.some((a) => other.meetings.some((b) => mayBeOne(a, b))));
          // A phone line belongs to the meeting whose number it dials, wherever it stands.
          fc.pre(!one.meetings.some((a) => dials(second, a)) && !other.meetings.some((b) => dials(first, b)));
          const both = reviewed(`${first}${between}${second}`);
          expect(both.meetings).toEqual([...one.meetings, ...other.meetings]);
          expect(new Set(both.suspicious)).toEqual(new Set([...one.suspicious, ...other.suspicious]));
        }),
        { numRuns: casesOf(RUNS.both) },
      );
    },
    TIME,
  );
});
