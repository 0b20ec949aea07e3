import type { Webmail } from './webmail.ts';

/** A field, or text with links until somebody clicks it (PropertyText.vue). In the popover only the icon tells it from the place. */
const BODY = [
  '.property-description',
  '.property-text:not(:has([class*="map-marker"]))',
  '.property-text',
  '.event-popover__content',
];
const LOCATION = ['.property-location', '.property-text:has([class*="map-marker"])'];
const ORGANIZER = ['.invitees-list-item:has([class$="organizer-hint"])'];
const ATTENDEES = ['.invitees-list-item:not(:has([class$="organizer-hint"]))'];

/**
 * Nextcloud Calendar (facts/webmail-dom.md section 5; nextcloud/calendar, src/views/EditSimple.vue, EditFull.vue and
 * src/components/Editor/). Popover and full view serve for reading too: then the title is no field.
 */
export const nextcloudCalendar: Webmail = {
  id: 'nextcloud-calendar',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: [],
  signs: [
    // As with Nextcloud Mail: head and main of core/templates/layout.user.php.
    'head[data-requesttoken] ~ body > .app-calendar',
    'head[data-requesttoken] > script[src*="/apps/calendar/js/calendar"]',
  ],
  surfaces: [
    {
      surface: 'event-write',
      scope: [':is(.calendar-edit-full, .app-full, .event-popover):has(.property-title input)'],
      title: ['.property-title input', '.property-title__input input'],
      body: BODY,
      location: LOCATION,
      sender: ORGANIZER,
      people: ATTENDEES,
      // Not "more details", and not the menu that offers this occurrence or all (SaveButtons.vue).
      send: [
        '.save-buttons button:has(.check-icon):not([aria-haspopup])',
        '.save-buttons [class*="primary"]:not([aria-haspopup])',
      ],
    },
    {
      surface: 'event-read',
      scope: [':is(.calendar-edit-full, .app-full, .event-popover):not(:has(.property-title input))'],
      title: ['.property-title__input--readonly', '.property-title'],
      body: BODY,
      location: LOCATION,
      sender: ORGANIZER,
      people: ATTENDEES,
    },
  ],
};
