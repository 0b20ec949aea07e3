/**
 * In Camera asks the network for nothing: a whole session on the builds that ship, behind a proxy that writes down every request and with
 * the browser's own log, beside the same browser without the extension.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { AHEAD, ATTEMPT_HOST, attemptsIn, OWN_PAGES, REFUSED } from './attempts.ts';
import { complaintsAbout, type Recording } from './judge.ts';
import { POLICY } from './organisation.ts';
import { bareChromium, bareFirefox, type Recorded, recordChromium, recordFirefox } from './recorded.ts';
import { SESSION } from './session.ts';

const BROWSERS = [
  { name: 'Chromium', dist: 'dist/chromium', record: recordChromium, bare: bareChromium },
  { name: 'Firefox', dist: 'dist/firefox', record: recordFirefox, bare: bareFirefox },
] as const;

for (const { name, dist, record, bare } of BROWSERS)
  describeIn(name, `no request of the extension in ${name}`, () => {
    let there: Recorded;
    let control: Promise<Recording>;
    let end = (): void => undefined;
    let violated: readonly string[] | undefined;
    let recorded: Promise<Recording> | undefined;
    const recording = (): Promise<Recording> => {
      end();
      recorded ??= there.end();
      return recorded;
    };

    beforeAll(async () => {
      const over = new Promise<void>((resolve) => {
        end = resolve;
      });
      control = bare(over);
      // Its failure shows where its recording is needed.
      control.catch(() => undefined);
      there = await record({ dist, policy: POLICY });
    });
    afterAll(async () => {
      end();
      await recording();
      await control.catch(() => undefined);
    });

    describe('a session', () => {
      it.each(SESSION)('$name', ({ act }) => act(there));

      it('meets nothing that the policy of our pages forbids', async () => {
        violated = await there.violations();
        expect(violated).toEqual([]);
      });
    });

    describe('whoever tries all the same in a page of ours', () => {
      it.each(OWN_PAGES)('is refused in %s', async (path) => {
        const page = await there.newPage();
        await there.enter(
          page,
          path,
          `document.readyState === 'complete' && document.querySelector('h1, h2') !== null`,
        );
        expect(await attemptsIn(page)).toEqual(REFUSED);
        await page.close();
        // So it would have been heard in the session, too.
        expect((await there.violations()).length).toBeGreaterThan(violated?.length ?? 0);
      });
    });

    it('neither the proxy nor the browser’s log has a request of ours', async () => {
      const [ours, without] = [await recording(), await control];
      expect(complaintsAbout(without, without, null)).toEqual([]);
      const complaints = complaintsAbout(ours, without, there.own);
      expect(complaints.filter((one) => !one.includes(ATTEMPT_HOST))).toEqual([]);
    });

    it('nothing that was tried in our pages has reached the proxy', async () => {
      const { proxy } = await recording();
      const reached = proxy.filter((request) => request.includes(ATTEMPT_HOST));
      expect(reached.filter((request) => !AHEAD.includes(request))).toEqual([]);
    });
  });
