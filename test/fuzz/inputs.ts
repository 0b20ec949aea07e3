import fc from 'fast-check';
import { HOSTILE } from '../../tools/bench-texts.ts';
import { changed, changes } from './changes.ts';
import { BAR_SIZE } from './stopwatch.ts';
import { anyOf, LABELS, mail, meetingText } from './texts.ts';

/** Most inputs are some hundred bytes, so that there are many; one of so many is long. */
const LONG_ONE_OF = 400;

/** What somebody might send to make us slow, up to the bar's 100 KB. */
const hostile = fc
  .tuple(fc.constantFrom(...HOSTILE.values()), fc.integer({ min: 1000, max: BAR_SIZE }))
  .map(([write, length]) => write(length));

/** A piece over and over, in the middle of a text. */
const stretched = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.nat(), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1000, max: BAR_SIZE }))
    .map(([text, at, size, length]) => {
      const start = at % (text.length + 1);
      const piece = text.slice(start, start + size);
      return (
        text.slice(0, start) +
        piece.repeat(Math.ceil(length / Math.max(1, piece.length))).slice(0, length) +
        text.slice(start)
      );
    });

/** The texts as they are, and damaged; seldom long ones. */
export const damaged = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: LONG_ONE_OF / 8, arbitrary: texts },
    { weight: LONG_ONE_OF, arbitrary: fc.tuple(texts, changes).map(([text, list]) => changed(text, list)) },
    { weight: 1, arbitrary: stretched(texts) },
  );

/** The text of an invitation, whole or damaged; seldom a long hostile one. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: LONG_ONE_OF / 2, arbitrary: damaged(meetingText) },
  { weight: LONG_ONE_OF / 4, arbitrary: damaged(mail) },
  { weight: LONG_ONE_OF / 8, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: hostile },
);

export const anyTitle: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('Overleg', 'Stg. GEHEIM: begroting', 'TLP:AMBER Budget', 'Zoom 845 1234 5678'),
  },
  { weight: 1, arbitrary: damaged(anyOf(LABELS)) },
);
