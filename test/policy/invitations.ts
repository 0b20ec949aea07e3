import { BLANK } from '../../src/invitation/blank.ts';
import { plainPassage } from '../../src/invitation/plain-text.ts';
import type { Invitation } from '../../src/model.ts';

export const invitation = (title: string, body: string, more: Partial<Invitation> = {}): Invitation => ({
  ...BLANK,
  surface: 'mail-read',
  title,
  passages: [plainPassage('body', body, { created: '2024-03-01T09:00:00Z', lastOccurrence: 'never' })],
  ...more,
});

/** Between them, they make most rules speak, with and without a marking. */
export const INVITATIONS: readonly Invitation[] = [
  invitation(
    'Dep. VERTROUWELIJK - Project Zeepaard 845 1234 5678',
    'Join https://zoom.us/j/84512345678\n+31207940854,,84512345678# Netherlands',
    { surface: 'mail-write', recipients: [{ name: '', address: 'mary@partner.example' }] },
  ),
  invitation('[Intern] overleg', 'https://examplestad.webex.com/meet/j.devries\nhttps://meet.jit.si/overleg'),
  invitation('Overleg', 'https://meet.example.gov/overleg\nhttps://partner.webex.com/meet/mary'),
  invitation('Stg. GEHEIM', 'http://zoom.us/j/84512345678?pwd=abc\nhttps://zoom.us@meet.example.net/j/1'),
];
