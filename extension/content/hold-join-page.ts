import { type Finding, isHold } from '../../src/model.ts';
import type { Decision } from '../messages.ts';
import { tell } from './ask.ts';
import { askAtHold } from './hold-dialog.ts';
import type { JoinPage } from './join.ts';

/** Asks over a meeting's own page, where the policy holds joining. Who stays, leaves the page: its own button would join all the same. */

/** A page that takes the question away is asked again, not in an endless fight; then it is left. */
const MOST_ASKED_AGAIN = 20;

export function joinPageHold(page: Document, id: string): (joined: JoinPage | null) => void {
  /** Meetings for which a reason was given in this document. */
  const passed = new Set<string>();
  let latest: JoinPage | null = null;
  let asking = false;

  async function hold(joined: JoinPage): Promise<void> {
    const { review, ways } = joined;
    const findings = review.findings.filter(({ level }) => isHold(level));
    const keys = ways.flat();
    // What was asked for before may be blocked by now.
    const isBlocked = findings.some(({ level }) => level === 'block');
    const isPassed =
      !isBlocked && (joined.passed || (keys.length > 0 && keys.every((key) => passed.has(key))));
    const decision = (how: Decision['how'], about: readonly Finding[], reason: string): void =>
      tell({
        type: 'decided',
        page: id,
        decision: {
          action: 'join',
          how,
          rules: [...new Set(about.map(({ rule }) => rule))],
          platforms: [...new Set(review.meetings.map(({ platform }) => platform))],
          ways: keys,
          reason,
        },
      });
    const counted = review.findings.filter(({ reportedOnly }) => reportedOnly !== null);
    if (counted.length > 0) decision('reported', counted, '');
    if (findings.length === 0 || isPassed) return;
    for (let times = 0; times <= MOST_ASKED_AGAIN; times++) {
      const answer = await askAtHold(page, 'join', review, findings);
      if (latest !== joined) return;
      if (answer.how === 'removed') continue;
      decision(answer.how, findings, answer.how === 'gave-reason' ? answer.reason : '');
      if (answer.how === 'stayed') leave();
      else for (const key of keys) passed.add(key);
      return;
    }
    leave();
  }

  function leave(): void {
    if (window.history.length > 1) window.history.back();
    else window.location.replace('about:blank');
  }

  async function holdLatest(): Promise<void> {
    asking = true;
    let held: JoinPage | null = null;
    // The page may have moved on to another meeting while the question stood.
    while (latest !== null && latest !== held) {
      held = latest;
      await hold(held);
    }
    asking = false;
  }

  return (joined) => {
    latest = joined;
    if (!asking) void holdLatest();
  };
}
