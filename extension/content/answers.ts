import type { Review } from '../../src/model.ts';
import { isRecord } from '../../src/record.ts';
import { type Aside, type Hints, NOTICE_KINDS, type NoticeKind } from '../messages.ts';
import type { Reviewed } from './holding.ts';
import type { Webmail } from './readers/webmail.ts';

/** The worker's answers. It is ours, and what it says is right; here an answer is only told from none. */

export type Policy = Omit<Hints, 'hints'> & { hint: (address: string) => boolean };

/** Null when the worker gave none. */
export function policyFrom(answer: unknown): Policy | null {
  if (!isRecord(answer) || !Array.isArray(answer.hints)) return null;
  const hints = answer.hints.filter((hint): hint is string => typeof hint === 'string' && hint !== '');
  const readers: Webmail[] = Array.isArray(answer.readers) ? answer.readers : [];
  const whenUnchecked = answer.whenUnchecked === 'hold' ? 'hold' : 'go-on';
  return hints.length === 0
    ? null
    : {
        hint: matcherOf(hints),
        holds: answer.holds === true,
        whenUnchecked,
        readers,
        words: wordsFrom(answer.words),
        small: sizesFrom(answer),
      };
}

export function wordsFrom(words: unknown): Record<string, string> | null {
  if (!isRecord(words)) return null;
  return Object.fromEntries(
    Object.entries(words).filter((one): one is [string, string] => typeof one[1] === 'string'),
  );
}

export function sizesFrom({ small }: Record<string, unknown>): NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => Array.isArray(small) && small.includes(kind));
}

/**
 * Until an engine has one expression of two hundred hints ready, 3 ms go by (V8, measured); a hundred addresses are compared one by one in
 * a fifth of that. Most pages have no more.
 */
const FEW = 100;
const LONGEST_COMPARED = 500;

function matcherOf(hints: readonly string[]): (address: string) => boolean {
  let asked = 0;
  let all: RegExp | null = null;
  return (address) => {
    if (all === null && asked++ < FEW && address.length < LONGEST_COMPARED) {
      const lower = address.toLowerCase();
      return hints.some((hint) => lower.includes(hint));
    }
    all ??= new RegExp(hints.map((hint) => hint.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'i');
    return all.test(address);
  };
}

export function waysFrom(answer: unknown, count: number): (string | null)[] | null {
  if (!isRecord(answer) || !Array.isArray(answer.ways)) return null;
  const ways: (string | null)[] = answer.ways;
  return ways.length === count ? ways : null;
}

export function reviewsFrom(answer: unknown, count: number): Reviewed | null {
  if (!isRecord(answer) || !Array.isArray(answer.reviews) || !Array.isArray(answer.ways)) return null;
  const reviews: Review[] = answer.reviews;
  const ways: Reviewed['ways'] = answer.ways;
  return reviews.length === count ? { reviews, ways, asides: asidesFrom(answer) } : null;
}

export function asidesFrom({ asides }: Record<string, unknown>): Aside[] {
  return Array.isArray(asides) ? asides : [];
}
