import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { LEVELS } from '../../src/model.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('../../extension/api.ts', () => ({ default: { i18n: { getMessage: () => '' } } }));

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

it('knows the contrast of colours', () => {
  expect(contrast('#ffffff', '#000000')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('every badge can be read: its digits are white', async () => {
  const { badgeOf } = await import('../../extension/background/badge.ts');
  const states = (['wrong', 'clear', 'limited', 'no-meeting', 'unchecked'] as const).flatMap((state) =>
    LEVELS.flatMap((worst) => [0, 2].map((findings) => ({ state, worst, findings, troubles: [] }))),
  );
  const faint = states.filter((state) => contrast(badgeOf(state).colour, '#ffffff') < 4.5);
  expect(faint).toEqual([]);
});

const styles = readdirSync('extension', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path): [string, string] => [
    path,
    readFileSync(`extension/${path}`, 'utf8').replace(/\/\*.*?\*\//gs, ''),
  ]);

/** Of each block of these: the accent (a sign, an edge) on the tint that it stands on. */
it.each(styles)('%s: every sign stands out from what is behind it', (_, css) => {
  const pairs = [...css.matchAll(/--accent: (#[0-9a-f]{3,6});\s*--tint: (#[0-9a-f]{3,6})/g)];
  const full = (colour: string): string =>
    colour.length === 4 ? colour.replace(/[0-9a-f]/g, (digit) => digit + digit) : colour;
  // WCAG 2.2, 1.4.11: what is no text needs 3:1.
  const faint = pairs.filter(([, accent = '', tint = '']) => contrast(full(accent), full(tint)) < 3);
  expect(faint.map(([pair]) => pair)).toEqual([]);
});

it.each(styles)('%s: nothing moves', (_, css) => {
  expect(css.match(/(?:animation|transition|@keyframes|: smooth)[^;{]*/g) ?? []).toEqual([]);
});
