/** How texts travel: as mails, calendars and pages. */

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const CRLF = '\r\n';

/** RFC 2045 section 6.7: soft line breaks at 76, blanks at a line's end as codes. */
export function quotedPrintable(text: string, bytesOf = utf8): string {
  return text
    .split('\n')
    .map((line) => {
      const codes = [...bytesOf(line)].map((byte, index, all) => {
        const plain =
          (byte > 32 && byte < 127 && byte !== 61) || ((byte === 32 || byte === 9) && index < all.length - 1);
        return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      });
      const lines = [''];
      for (const code of codes) {
        if ((lines.at(-1)?.length ?? 0) + code.length > 75) lines.push('');
        lines.push((lines.pop() ?? '') + code);
      }
      return lines.join(`=${CRLF}`);
    })
    .join(CRLF);
}

export function base64(text: string, bytesOf = utf8): string {
  const encoded = Buffer.from(bytesOf(text.replaceAll('\n', CRLF))).toString('base64');
  return (encoded.match(/.{1,76}/g) ?? []).join(CRLF);
}

export const ENCODINGS = {
  '8bit': (text: string): string => text.replaceAll('\n', CRLF),
  'quoted-printable': quotedPrintable,
  base64,
} as const;
export const ENCODING_NAMES = ['8bit', 'quoted-printable', 'base64'] as const;

export function emlOf(text: string, subject: string, encoding: keyof typeof ENCODINGS): string {
  return [
    'From: Jan de Vries <jan.devries@example.org>',
    'To: staf@example.org',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    ENCODINGS[encoding](text),
  ].join(CRLF);
}

/** RFC 5545 section 3.1: at most 75 octets a line, never inside a character. */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8(character).length;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join(CRLF);
}

export function icsOf(text: string, summary: string): string {
  const escaped = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Examplestad//Overleg//NL',
    'BEGIN:VEVENT',
    'UID:1@example.org',
    'DTSTAMP:20261101T080000Z',
    'DTSTART:20261105T090000Z',
    folded(`SUMMARY:${escaped(summary)}`),
    folded(`DESCRIPTION:${escaped(text)}`),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join(CRLF);
}

export function htmlOf(text: string, asAnchors: boolean): string {
  const escaped = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const lines = text.split('\n').map((line) =>
    line
      .split(' ')
      .map((word) =>
        asAnchors && word.startsWith('https://')
          ? `<a href="${escaped(word)}">${escaped(word)}</a>`
          : escaped(word),
      )
      .join(' '),
  );
  return `<!doctype html><html><head><title>Overleg</title></head><body><p>${lines.join('<br>\n')}</p></body></html>`;
}

/** The line that a mail program draws before the older mail. It is drawn when the text around it is broken already. */
const SEPARATOR = /^(?:> ?)*-{5}.{1,40}-{5}$/;

/**
 * Breaks lines at blanks so that none is longer than `column`, where it has a blank. A quoted line's continuation is quoted too.
 * A blank that ends a line goes with the break, as mail programs do, but not the one of "-- ".
 */
export function wrappedAt(text: string, column: number): string {
  return text
    .split('\n')
    .map((line) => {
      if (line === '-- ' || SEPARATOR.test(line)) return line;
      const prefix = /^(?:> ?)*/.exec(line)?.[0] ?? '';
      const lines: string[] = [];
      let current = '';
      for (const word of line.slice(prefix.length).split(' ')) {
        if (current === '') current = word;
        else if (prefix.length + current.length + 1 + word.length <= column) current += ` ${word}`;
        else {
          lines.push(current);
          current = word;
        }
      }
      return [...lines, current].map((one) => prefix + one).join('\n');
    })
    .join('\n');
}
