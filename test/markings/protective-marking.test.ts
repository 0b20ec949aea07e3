import { describe, expect, it } from 'vitest';
import {
  readProtectiveMarkingHeader as header,
  type ProtectiveMarking,
  readProtectiveMarkingSubject as subject,
} from '../../src/markings/protective-marking.ts';

const marking = (level: string, text: string, more: Partial<ProtectiveMarking> = {}): ProtectiveMarking => ({
  level,
  text,
  caveats: [],
  access: [],
  expires: null,
  downTo: null,
  ...more,
});

describe('X-Protective-Marking', () => {
  it('reads every part', () => {
    expect(
      header(
        'VER=2025.1, NS=gov.au, SEC=SECRET, CAVEAT=SH:CABINET, CAVEAT=RI:AUSTEO, EXPIRES=2027-07-01, DOWNTO=OFFICIAL:Sensitive, ' +
          'ACCESS=Legal-Privilege, ACCESS=Personal-Privacy, NOTE=for the committee, ORIGIN=jo.smith@example.gov.au',
      ),
    ).toEqual(
      marking('secret', 'SEC=SECRET', {
        caveats: ['SH:CABINET', 'RI:AUSTEO'],
        access: ['Legal-Privilege', 'Personal-Privacy'],
        expires: '2027-07-01T00:00:00Z',
        downTo: 'official-sensitive',
      }),
    );
  });

  it.each([
    ['VER=2025.1, NS=gov.au, SEC=UNOFFICIAL', 'unofficial'],
    ['VER=2018.4, NS=gov.au, SEC=OFFICIAL, ORIGIN=a@example.gov.au', 'official'],
    ['VER=2018.4,NS=gov.au,SEC=OFFICIAL:Sensitive,ORIGIN=a@example.gov.au', 'official-sensitive'],
    ['VER=2018.4, NS=gov.au,\r\n SEC=OFFICIAL:\r\n Sensitive', 'official-sensitive'],
    ['VER=2025.1, NS=gov.au, SEC=official: sensitive', 'official-sensitive'],
    ['VER=2025.1, NS=gov.au, SEC=OFFICIAL\\:Sensitive', 'official-sensitive'],
    ['VER=2025.1, NS=gov.au, SEC=Protected,', 'protected'],
    ['SEC=SECRET', 'secret'],
    ['ver=2025.1, ns=GOV.AU, sec=TOP-SECRET', 'top-secret'],
    ['VER=2025.1, NS=gov.au, SEC=TOP SECRET', 'top-secret'],
    ['VER=2025.1, NS=gov.au, SEC=PROTECTED, NOTE=please, read this, ORIGIN=a@example.gov.au', 'protected'],
    ['VER=2025.1, NS=gov.au, SEC=PROTECTED, NOTE=not\\, SEC\\=SECRET', 'protected'],
  ])('%s', (value, level) => {
    expect(header(value)?.level).toBe(level);
  });

  it.each([
    [''],
    ['PROTECTED'],
    ['[SEC=PROTECTED]'],
    ['VER=2025.1, NS=gov.au'],
    ['VER=2025.1, NS=gov.au, SEC='],
    ['VER=2025.1, NS=example.org, SEC=PROTECTED'],
    ['VER=2012.3, NS=gov.au, SEC=UNCLASSIFIED'],
    ['VER=2012.3, NS=gov.au, SEC=HIGHLY PROTECTED'],
    ['VER=2012.3, NS=gov.au, SEC=FOUO'],
    ['VER=2025.1, NS=gov.au, SEC=TOPSECRET'],
    ['VER=2025.1, NS=gov.au, SEC=OFFICIAL:Sensitivity'],
    ['VER=2025.1, NS=gov.au, SEC=SECRET, SEC=OFFICIAL'],
    ['SEC=PROTECTED, VER=2025.1, NS=gov.au'],
    ['VER=2025.1, NS=gov.au, ACCESS=Legal-Privilege, SEC=PROTECTED'],
    ['VER=2025.1, NS=gov.au, SEC=PROTECTED, COLOUR=red'],
    ['VER=2025.1, NS=gov.au, SEC=PROTECTED, and so on'],
    ['VER=2025.1, NS=gov.au, NOTE=secret\\, SEC\\=SECRET'],
  ])('none in: %s', (value) => {
    expect(header(value)).toBeNull();
  });

  it('undoes the escapes of a caveat', () => {
    expect(header('SEC=SECRET, CAVEAT=C:Blue\\, green\\: red\\\\, CAVEAT=FG:a\\b')?.caveats).toEqual([
      'C:Blue, green: red\\',
      'FG:a\\b',
    ]);
  });

  it.each([
    ['2027-07-01', '2027-07-01T00:00:00Z'],
    ['2027-07-01+10:00', '2027-06-30T14:00:00Z'],
    ['2027-01-07T12:30:19', '2027-01-07T12:30:19Z'],
    ['2027-01-07T12:30', '2027-01-07T12:30:00Z'],
    ['2027-01-07T12:30:19.1234567+11:00', '2027-01-07T01:30:19Z'],
    ['2027-01-07t12:30:19z', '2027-01-07T12:30:19Z'],
    ['after the budget speech', null],
    ['2027-13-41', null],
    ['01/07/2027', null],
  ])('EXPIRES=%s', (written, expires) => {
    expect(header(`SEC=PROTECTED, EXPIRES=${written}, DOWNTO=OFFICIAL`)).toEqual(
      marking('protected', 'SEC=PROTECTED', { expires, downTo: 'official' }),
    );
  });

  it('never falls to a level of the past', () => {
    expect(header('SEC=PROTECTED, EXPIRES=2027-07-01, DOWNTO=UNCLASSIFIED')?.downTo).toBeNull();
  });
});

describe('the subject', () => {
  it.each([
    [
      'Budget [SEC=PROTECTED, CAVEAT=SH:CABINET, ACCESS=Legal-Privilege]',
      marking('protected', 'SEC=PROTECTED', { caveats: ['SH:CABINET'], access: ['Legal-Privilege'] }),
    ],
    ['Re: [SEC=OFFICIAL: Sensitive] roster', marking('official-sensitive', 'SEC=OFFICIAL: Sensitive')],
    ['Roster [ sec = Top-Secret ]', marking('top-secret', 'sec = Top-Secret')],
    [
      'Roster [ACCESS=Personal-Privacy,SEC=OFFICIAL:Sensitive]',
      marking('official-sensitive', 'SEC=OFFICIAL:Sensitive', { access: ['Personal-Privacy'] }),
    ],
    ['Fwd: A [SEC=OFFICIAL] and B [SEC=SECRET] and C [SEC=PROTECTED]', marking('secret', 'SEC=SECRET')],
    ['[EXT] [draft [SEC=UNOFFICIAL]', marking('unofficial', 'SEC=UNOFFICIAL')],
    [
      'Cut\n [SEC=PROTECTED,\n DOWNTO=OFFICIAL, EXPIRES=2027-07-01]',
      marking('protected', 'SEC=PROTECTED', { expires: '2027-07-01T00:00:00Z', downTo: 'official' }),
    ],
  ])('%s', (text, expected) => {
    expect(subject(text)).toEqual(expected);
  });

  it.each([
    [''],
    ['PROTECTED'],
    ['[PROTECTED] roster'],
    ['SEC=PROTECTED'],
    ['(SEC=PROTECTED)'],
    ['[SEC=UNCLASSIFIED] roster'],
    ['[SEC=IN-CONFIDENCE:CABINET]'],
    ['[SEC=PROTECTED'],
    ['[INFOSEC=PROTECTED]'],
    ['[SEC=SECRET, SEC=OFFICIAL]'],
    ['[SEC=SECRETARY]'],
    ['How to write [SEC=…] in a subject'],
    ['[SEC] filing deadline [10-K]'],
  ])('none in: %s', (text) => {
    expect(subject(text)).toBeNull();
  });
});

describe('hostile values', () => {
  const timed = (read: () => unknown): number => {
    const start = performance.now();
    read();
    return performance.now() - start;
  };

  it.each(['[', '[SEC=', '\\', ',', 'CAVEAT=a,', '[SEC=SECRET,', ' ', '[]', 'SEC=SECRET ', '=:'])(
    'a megabyte of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(timed(() => [header(text), subject(text), header(text.slice(0, 4_000))])).toBeLessThan(100);
    },
  );

  it('reads no header beyond its bound, and the end of a subject', () => {
    const note = 'a'.repeat(4_000);
    expect(header(`SEC=SECRET, NOTE=${note}`)).toBeNull();
    expect(subject(`${note}${note} [SEC=SECRET]`)?.level).toBe('secret');
  });
});
