import { describe, expect, it } from 'vitest';
import { contentLine } from '../../src/invitation/content-lines.ts';
import { Steps } from '../../src/invitation/recurrence.ts';
import { TimeZone } from '../../src/invitation/time-zone.ts';
import { readTime } from '../../src/invitation/wall-time.ts';

const part = (start: string, from: string, to: string, ...more: string[]) =>
  [`DTSTART:${start}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...more].map(contentLine);
const outlook = (rule: string) =>
  new TimeZone([
    part('16010101T030000', '+0200', '+0100', `RRULE:${rule};BYMONTH=10`),
    part('16010101T020000', '+0100', '+0200', `RRULE:${rule};BYMONTH=3`),
  ]);
const europe = outlook('FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU');

function hours(zone: TimeZone, time: string, steps = 1_000_000): number {
  return zone.offsetAt(readTime(time)?.wall ?? Number.NaN, new Steps(steps)) / 3_600_000;
}

describe('TimeZone', () => {
  it.each([
    ['20240120T100000', 1],
    ['20240331T015959', 1],
    ['20240331T030000', 2],
    ['20240520T100000', 2],
    ['20241027T040000', 1],
    ['20241231T235959', 1],
    ['99991231T120000', 1],
  ])('of Outlook is ahead of UTC at %s by %d hours', (time, ahead) => {
    expect(hours(europe, time)).toBe(ahead);
  });

  it('knows times before its beginning, rules that ended, and lists of dates', () => {
    const zone = new TimeZone([
      part('20000101T000000', '-0500', '-0430'),
      part('20100101T000000', '-0430', '+0530', 'RRULE:FREQ=YEARLY;UNTIL=20120101T000000Z'),
      part('20150101T000000', '+0530', '+000000', 'RDATE:20200101T000000,20210101T000000'),
    ]);
    expect(hours(zone, '19990101T000000')).toBe(-5);
    expect(hours(zone, '20050101T000000')).toBe(-4.5);
    expect(hours(zone, '20140101T000000')).toBe(5.5);
    expect(hours(zone, '20230101T000000')).toBe(0);
  });

  it('is UTC if it tells nothing, or too much', () => {
    expect(hours(new TimeZone([]), '20240520T100000')).toBe(0);
    expect(hours(new TimeZone([part('soon', '+0100', '+0200')]), '20240520T100000')).toBe(0);
    expect(hours(new TimeZone([part('19700101T000000', 'x', '+0200')]), '20240520T100000')).toBe(0);
    expect(hours(europe, '20240520T100000', 0)).toBe(0);
  });

  it('does not follow a rule that changes the clocks each second', () => {
    expect(hours(outlook('FREQ=SECONDLY'), '20240520T100000', 100)).toBe(1);
  });
});
