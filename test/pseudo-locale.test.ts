import { expect, it } from 'vitest';
import { pseudo } from './pseudo-locale.ts';

it('makes each message longer and accented, and keeps its gaps', () => {
  const {
    greeting = '',
    none,
    extension_direction,
  } = pseudo({ greeting: 'Hello $1, that is $PRICE$ or 5 $$', none: '' }, 'rtl');
  expect(greeting).toMatch(/^\[Ĥéļļö \$1, ţĥàţ îš \$PRICE\$ öŕ 5 \$\$ .+\]$/);
  expect(greeting.length).toBeGreaterThan('Hello $1, that is $PRICE$ or 5 $$'.length * 1.35);
  expect([none, extension_direction]).toEqual(['', 'rtl']);
});
