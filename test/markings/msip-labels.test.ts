import { describe, expect, it } from 'vitest';
import { readMsipLabels } from '../../src/markings/msip-labels.ts';

const INTERN = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const PARTNER = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';

/** A header's value: its parts with the GUID before them. */
const value = (id: string, ...parts: readonly string[]): string =>
  parts.map((part) => `MSIP_Label_${id}_${part}`).join('; ');

const FULL = value(
  INTERN,
  'Enabled=true',
  'SetDate=2026-10-02T08:01:44Z',
  'Method=Privileged',
  'Name=Intern-NL 2.0',
  `SiteId=${TENANT}`,
  `ActionId=${PARTNER}`,
  'ContentBits=1',
);
const LABEL = { id: INTERN, name: 'Intern-NL 2.0' };
const BARE = { id: INTERN, name: null };

describe('msip_labels', () => {
  it('reads every part', () => {
    expect(readMsipLabels(FULL)).toEqual([LABEL]);
  });

  it.each([
    ['in another order', FULL.split('; ').reverse().join('; ')],
    ['without blanks between the parts, and closed', `${FULL.replaceAll('; ', ';')};`],
    ['folded', FULL.replaceAll('; ', ';\r\n ').replace('NL 2.0', 'NL\r\n 2.0')],
    [
      'folded inside a key, the blank left in it',
      FULL.replace('-4b5a-', '-4b5a- ').replace('_SiteId', '_Site Id'),
    ],
    ['in other letters', FULL.replaceAll('MSIP_Label', 'msip_label').replace(INTERN, INTERN.toUpperCase())],
    ['with parts of another kind', `x=1; ;=; MSIP_Label_; ${FULL}; MSIP_Label_nobody_Enabled=true`],
  ])('%s', (_name, text) => {
    expect(readMsipLabels(text)).toEqual([LABEL]);
  });

  it('reads the older form', () => {
    const older = value(
      INTERN,
      'Enabled=True',
      `SiteId=${TENANT}`,
      'Owner=jan.devries@example.org',
      'SetDate=2018-01-08T17:42:03.2841015Z',
      'Name=Algemeen',
      'Application=Microsoft Azure Information Protection',
      'Extended_MSFT_Method=Automatic',
    );
    expect(readMsipLabels(`${older}; Sensitivity=Algemeen`)).toEqual([{ id: INTERN, name: 'Algemeen' }]);
    expect(readMsipLabels(`${value(INTERN, 'Enabled=True')}; Sensitivity=Algemeen`)).toEqual([
      { ...BARE, name: 'Algemeen' },
    ]);
  });

  it('reads the labels of several tenants, and not those that are off', () => {
    const off = value(TENANT, 'Enabled=false', 'Name=Openbaar');
    const partner = value(PARTNER, 'Method=standard', 'Enabled=TRUE', 'Name=');
    expect(readMsipLabels([FULL, off, partner].join('; '))).toEqual([LABEL, { ...BARE, id: PARTNER }]);
  });

  it.each([
    [''],
    ['true'],
    ['Sensitivity=Confidential'],
    [value(INTERN, 'Name=Intern', 'Method=Privileged')],
    [value(INTERN, 'Enabled=', 'Name=Intern')],
    [value(INTERN, 'Enabled=truely')],
    [value(INTERN, 'EnabledV=true')],
    [value(INTERN.slice(1), 'Enabled=true')],
    [value('confidential', 'Enabled=true')],
    [`X${value(INTERN, 'Enabled=true')}`],
  ])('none in: %s', (text) => {
    expect(readMsipLabels(text)).toEqual([]);
  });
});

describe('hostile values', () => {
  it.each([
    'MSIP_Label_',
    ';',
    '=',
    ' ',
    'a',
    `MSIP_Label_${INTERN}_`,
    value(INTERN, 'Enabled=true; '),
    '-4b5a ',
  ])('a megabyte of %j', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const start = performance.now();
    readMsipLabels(text);
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('reads fifty labels and no half part', () => {
    const many = Array.from({ length: 90 }, (_, index) =>
      value(`${String(index).padStart(8, '0')}${INTERN.slice(8)}`, 'Enabled=true'),
    );
    expect(readMsipLabels(many.join(';'))).toHaveLength(50);
    const cut = `${value(INTERN, 'Enabled=true')}; MSIP_Label_${INTERN}_Name=${'Intern '.repeat(4_000)}`;
    expect(readMsipLabels(cut)).toEqual([BARE]);
  });
});
