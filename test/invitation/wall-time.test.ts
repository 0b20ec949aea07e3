import { describe, expect, it } from 'vitest';
import { endOfDay, isoTime, readTime } from '../../src/invitation/wall-time.ts';

describe('readTime', () => {
  it.each([
    ['20240520T100000', '2024-05-20T10:00:00Z', false, false],
    ['20240520T080000Z', '2024-05-20T08:00:00Z', true, false],
    ['20240520', '2024-05-20T00:00:00Z', false, true],
    ['2024-05-20T10:00:00', '2024-05-20T10:00:00Z', false, false],
    ['00010101T000000Z', '0001-01-01T00:00:00Z', true, false],
    ['20161231T235960Z', '2016-12-31T23:59:59Z', true, false],
  ])('reads %s', (text, iso, utc, allDay) => {
    const time = readTime(text);
    expect(isoTime(time?.wall ?? Number.NaN)).toBe(iso);
    expect(time).toMatchObject({ utc, allDay });
  });

  it.each(['', 'soon', '20241301', '20240532', '20240520T250000', '2024', '20240520T10', '99999999T999999'])(
    'does not read %j',
    (text) => {
      expect(readTime(text)).toBeNull();
    },
  );
});

describe('isoTime', () => {
  it('is null beyond four digits of year', () => {
    expect(isoTime(Number.POSITIVE_INFINITY)).toBeNull();
    expect(isoTime(Date.UTC(10000, 0))).toBeNull();
    expect(isoTime(endOfDay(Date.UTC(2024, 4, 20, 8)))).toBe('2024-05-20T23:59:59Z');
  });
});
