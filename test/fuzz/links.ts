import fc from 'fast-check';

/** Any text, and text of the pieces that the wrappers take apart. */
export const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'https://zoom.us/j/1',
          'http%3A%2F%2Fx.nl',
          'https:/',
          '__;',
          '___',
          '___.',
          '**',
          '*',
          '!!',
          '%',
          '%2',
        ],
        ...[
          '-',
          '_',
          '/',
          '?',
          '#',
          '&',
          '=',
          '.',
          '@',
          '\\',
          '"',
          '{"p":',
          'e30',
          'W1s=',
          '_w',
          'é',
          '\u0000',
          ' ',
        ],
      ),
      { maxLength: 12 },
    )
    .map((some) => some.join('')),
);

const LINK_CHARACTERS =
  'ABCXYZabcxyz0189-._~:/?#[]@!$&\'()*+,;=%|^`{}"<>\\éßñ本日ж😀\u0301'.match(/./gu) ?? [];

/** Links as platforms write them, and with anything in their query and fragment that a link can hold. */
export const meetingLink = fc
  .tuple(
    fc.constantFrom(
      'https://us02web.zoom.us/j/84512345678',
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_YWJj%40thread.v2/0',
      'https://examplestad.webex.com/examplestad/j.php',
      'https://meet.jit.si/Caf%C3%A9_Raad__;x___-y',
      'https://meet.jit.si/Größe日本',
      'https://vergadering.examplestad.example:8443/b/jan-abc-def',
    ),
    fc.constantFrom('', '?', '?pwd=a%2Bb%252F&context=%7b%22Tid%22%3a%22x%22%7d'),
    fc.string({ unit: fc.constantFrom(...LINK_CHARACTERS), maxLength: 30 }),
    fc.constantFrom('', '#', '#success'),
    fc.string({ unit: fc.constantFrom(...LINK_CHARACTERS), maxLength: 10 }),
  )
  .map(([start, query, more, hash, end]) => `${start}${query}${query && more}${hash}${hash && end}`);
