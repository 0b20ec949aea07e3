import type { Invitation, Seen } from '../model.ts';
import { BLANK } from './blank.ts';

/**
 * The invitation of which only the link is known, because the meeting's own page is open; and what was remembered of one that was
 * seen before. Its review then says what that invitation's would.
 */
export function joinInvitation(url: string, seen: Seen | null): Invitation {
  const anchors = [{ href: url, text: url, at: 0 }];
  return {
    ...BLANK,
    surface: 'join',
    title: '',
    passages: [{ source: 'body', text: url, anchors, timing: null }],
    ...(seen === null ? {} : { seen }),
  };
}
