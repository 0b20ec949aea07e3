import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentLine, logicalLines } from '../../src/invitation/content-lines.ts';

describe('logicalLines', () => {
  it.each([
    ['folded with CRLF and a blank', 'DESCRIPTION:a\r\n b\r\n  c\r\nUID:1', ['DESCRIPTION:ab c', 'UID:1']],
    ['folded with LF and a tab', 'DESCRIPTION:a\n\tb', ['DESCRIPTION:ab']],
    ['folded within a word', 'URL:https://exam\r\n ple.example', ['URL:https://example.example']],
    ['with a byte order mark', '\ufeffBEGIN:VCALENDAR', ['BEGIN:VCALENDAR']],
    ['with the line ends of old Macs', 'UID:1\rUID:2', ['UID:1', 'UID:2']],
    [
      'that belong to a description',
      'DESCRIPTION:a\n\nb c\nhttps://d\nUID:1',
      ['DESCRIPTION:a\\n\\nb c\\nhttps://d', 'UID:1'],
    ],
    [
      'of a description that look like properties',
      'DESCRIPTION:a\nPasscode: 1234\nPIN:5\ntel:+31,,5#\nzoommtg://x\nX-A:b\nPasscode: 6',
      ['DESCRIPTION:a\\nPasscode: 1234\\nPIN:5\\ntel:+31,,5#\\nzoommtg://x', 'X-A:b'],
    ],
    ['that belong to nothing', 'UID:1\nstray\n\nUID:2\nhttps://stray', ['UID:1', 'UID:2']],
  ])('reads lines %s', (_, text, lines) => {
    expect(logicalLines(text)).toEqual(lines);
  });
});

describe('contentLine', () => {
  it.each([
    ['escaped text', 'DESCRIPTION:a\\nb\\, c\\; d\\\\n\\Ne', 'a\nb, c; d\\n\ne'],
    [
      'escaped text of a property that nobody knows',
      'X-ALT-DESC;FMTTYPE=text/html:<p>a\\, b\\n</p>',
      '<p>a, b\n</p>',
    ],
    ['addresses', 'URL:https://a.example/?b=c,d;e', 'https://a.example/?b=c,d;e'],
    ['addresses by their type', 'CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://a.example', 'https://a.example'],
    ['nothing', 'LOCATION:', ''],
    ['a value with colons', 'description;language=nl:a:b', 'a:b'],
    ['quoted parameters', 'LOCATION;ALTREP="https://x.example;y":Room', 'Room'],
    [
      'a head with a quote too many',
      'DESCRIPTION;ALTREP="data:text/html,<a href="https://x">":t',
      'text/html,<a href="https://x">":t',
    ],
    ['a head with an open quote', 'LOCATION;ALTREP="https://x.example:Room', '//x.example:Room'],
    ['a head without names', 'LOCATION;=x:Room', 'Room'],
  ])('reads %s', (_, line, text) => {
    expect(contentLine(line).text).toBe(text);
  });

  it('has the parameters by their lower-case names', () => {
    const { name, parameters, raw } = contentLine(
      'dtstart;Value=DATE-TIME;TZID="(UTC+01:00) Here, there":20240520T100000',
    );
    expect(name).toBe('DTSTART');
    expect(parameters.get('tzid')).toBe('(UTC+01:00) Here, there');
    expect(raw).toBe('20240520T100000');
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      'DTSTART',
      'RRULE',
      'RDATE',
      'CATEGORIES',
      '__proto__',
      'constructor',
      ';',
      ':',
      '=',
      '"',
      ',',
      '\\',
      'TZID',
      'VALUE',
      'BINARY',
      'PERIOD',
      'x',
      '/',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => typeof contentLine(pieces.join('')).text === 'string'),
      { numRuns: 2_000 },
    );
  });
});
