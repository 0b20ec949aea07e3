import { BLANK } from '../../../src/invitation/blank.ts';
import type {
  CalendarEvent,
  Invitation,
  Label,
  Passage,
  Person,
  Surface,
  Timing,
  Unread,
} from '../../../src/model.ts';
import type { SurfaceHooks } from '../readers/webmail.ts';
import { isField } from '../tree.ts';
import { readLine, readText } from './text.ts';

/** What readers share: the parts of one open mail or event, and how they become an Invitation. */

/** The longest title that is sent; src/review.ts looks at its first 4,000 units. */
const LONGEST_TITLE = 5000;
const MOST_PASSAGES = 20;

/** A part of the page with an invitation. */
export interface OpenSurface {
  surface: Surface;
  element: Element;
  title: Element | null;
  /** In place of an element with the title. */
  titleText: string;
  bodies: readonly Element[];
  locations: readonly Element[];
  labels: readonly Label[];
  sender: readonly Person[];
  people: readonly Person[];
  visibility: CalendarEvent['visibility'];
  recurring: boolean;
  timing: Timing | null;
  unread: readonly Unread[];
  /** Of its reader; null for a surface that nobody described. */
  hooks: SurfaceHooks | null;
}

/** What a surface that nobody described does not tell. */
export const UNTOLD = {
  titleText: '',
  locations: [],
  labels: [],
  sender: [],
  people: [],
  visibility: null,
  recurring: false,
  timing: null,
  unread: [],
  hooks: null,
} as const satisfies Partial<OpenSurface>;

/** What a reader says of one page. */
export interface Opened {
  surfaces: readonly OpenSurface[];
  /** Hooks that are gone, as ToWorker's `missed`. */
  missed: readonly string[];
  /** More surfaces than are read. */
  cut: boolean;
}

/**
 * As plain data. `moreFollows`: other parts of the page had to be left out; somebody must hear of it. `without`: surfaces of their own,
 * such as a reply that is being written below a mail.
 */
export function* invitationOf(
  open: OpenSurface,
  moreFollows: boolean,
  without: ReadonlySet<Element>,
): Generator<void, Invitation> {
  const unread = new Set<Unread>(open.unread);
  if (moreFollows) unread.add('rest-of-text');
  const passages: Passage[] = [];
  const parts = [
    ...open.bodies.map((element) => ({ element, source: 'body' as const })),
    ...open.locations.map((element) => ({ element, source: 'location' as const })),
  ];
  for (const { element, source } of parts.slice(0, MOST_PASSAGES)) {
    const { text, anchors, cut, closedFrame } = yield* readText(element, without);
    if (cut) unread.add('rest-of-text');
    if (closedFrame) unread.add('closed-frame');
    if (text.trim() !== '') passages.push({ source, text, anchors, timing: open.timing });
  }
  if (parts.length > MOST_PASSAGES) unread.add('rest-of-text');
  const title = open.title === null ? open.titleText : yield* titleIn(open.title);
  const isEvent = open.surface.startsWith('event');
  const [sender = null] = open.sender;
  return {
    ...BLANK,
    surface: open.surface,
    title: title.slice(0, LONGEST_TITLE),
    passages,
    labels: open.labels,
    sender: isEvent ? null : sender,
    recipients: isEvent ? [] : open.people,
    // What a page does not show, it does not deny: an event of which nothing is known is none.
    events:
      isEvent && (sender !== null || open.people.length > 0 || open.visibility !== null || open.recurring)
        ? [
            {
              organizer: sender,
              attendees: open.people,
              visibility: open.visibility,
              sequence: null,
              recurring: open.recurring,
              cancelled: false,
            },
          ]
        : [],
    unread: [...unread],
  };
}

export function* titleIn(element: Element): Generator<void, string> {
  if (isField(element)) return element.value;
  // "Subject: …", where the name stands in a part of its own.
  return (yield* readLine(element)).replace(/^\s*[:：]\s*/, '');
}
