/** One scripted session in a real Roundcube: log in, open twenty mails, write one, discard it. The same in every variant, at the same pace. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { until } from '../test/browser/until.ts';
import { startRoundcube } from '../test/webmail/roundcube.ts';
import { write } from '../test/webmail/roundcube-hands.ts';
import { benchMails } from './bench-mails.ts';
import { recorded, type SiteWork, siteWorkIn } from './bench-trace.ts';
import type { Started } from './bench-variants.ts';

/** From one mail's click to the next one's. The extension rests for less after its work, so it judges each. */
const PACE = 900;

export interface Session extends SiteWork {
  /** Bytes of the tab's heap after garbage collection, with a mail at fault open. */
  heap: number;
  /** Of the ten invitations, those for which the badge showed what it should; null without a badge. */
  judged: number | null;
}

export async function session({ context, badge }: Started): Promise<Session> {
  const roundcube = await startRoundcube();
  try {
    const mails = benchMails();
    for (const { name, raw } of mails) roundcube.deliver(name, raw);
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    let judged = 0;

    const events = await recorded(protocol, async () => {
      await roundcube.login(page);
      await pause(PACE);
      for (const { subject, kind } of mails) {
        const next = pause(PACE);
        await roundcube.open(page, subject);
        await next;
        if (
          badge !== null &&
          kind !== 'ordinary' &&
          rightBadge(kind, await badge(new URL(roundcube.url).host))
        )
          judged++;
      }
      await roundcube.compose(page, { to: ['hanna@examplestad.example'], subject: 'Overleg donderdag' });
      await write(page, 'Dag Hanna,\n\nWe spreken elkaar op https://us02web.zoom.us/j/84512096733\n\nAnna');
      await pause(2 * PACE);
      // What its question to save or discard would set.
      await page.evaluate('void (rcmail.compose_skip_unsavedcheck = true)');
      await page.goto(`${roundcube.url}?_task=mail&_mbox=INBOX`);
      await until('the list again', () =>
        page.evaluate(`document.querySelector('#messagelist tr') !== null`),
      );
      await pause(PACE);
    });

    await roundcube.open(page, mails.at(-1)?.subject ?? '');
    await pause(PACE);
    const heap = await heapOf(protocol);
    await page.close();
    const work = siteWorkIn(events, roundcube.url);
    return { ...work, heap, judged: badge === null ? null : judged };
  } finally {
    await roundcube.stop();
  }
}

/** extension/background/badge.ts: a number of findings, or a tick or "~". */
function rightBadge(kind: 'good' | 'fault', shown: string): boolean {
  return kind === 'fault' ? /\d/.test(shown) : /^[✓~]$/.test(shown);
}

/** Of all worlds in the tab's process: V8's heap, and Blink's own that hangs from it. */
export async function heapOf(protocol: Pick<CDPSession, 'send'>): Promise<number> {
  await protocol.send('HeapProfiler.collectGarbage');
  await protocol.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize } = await protocol.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize;
}
