import type { Webmail } from './webmail.ts';

/** Proton Calendar (facts/webmail-dom.md section 5; ProtonMail/WebClients, applications/calendar/src/app/components/). */
export const protonCalendar: Webmail = {
  id: 'proton-calendar',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: ['calendar.proton.me'],
  // Nobody hosts it at home.
  signs: [],
  surfaces: [
    {
      surface: 'event-read',
      // Quick writing is in the same popover, with a form (eventModal/CreateEventPopover.tsx).
      scope: [
        '.eventpopover:not(:has(#event-title-input))',
        '[role="dialog"]:has([data-testid="event-popover:edit"])',
      ],
      title: ['.eventpopover-title', 'h1[title]'],
      // The description keeps its lines (events/PopoverEventContent.tsx); without one, all that stands below the title.
      body: ['.text-pre-wrap', 'div.overflow-auto'],
      // By the icon's name; every other row has another.
      location: ['.eventpopover div:has(> label use[*|href$="map-pin"])'],
      sender: ['.participant.is-organizer', '.is-organizer [title]'],
      people: [
        '[data-testid="participant-in-popover"]:not(.is-organizer)',
        '.participant:not(.is-organizer) > [title]',
      ],
      // The line below the time says how often (events/EventPopover.tsx).
      recurring: ['.eventpopover-title + div > .color-weak'],
    },
    {
      surface: 'event-write',
      scope: ['form:has(#event-title-input)', '.eventpopover:has(#event-title-input)'],
      title: ['#event-title-input', 'label[for="event-title-input"] + * input'],
      body: [
        '#event-description-input',
        'label[for="event-description-input"] + * :is(textarea, [contenteditable="true"])',
      ],
      location: ['#event-location-input', 'label[for="event-location-input"] + * input'],
      // eventModal/rows/ParticipantRow.tsx: the title is "Name <address>".
      people: ['.address-item [title]', 'label[for="event-participants-input"] + * [title]'],
      send: [
        '[data-testid="create-event-modal:save"]',
        '[data-testid="create-event-popover:save"]',
        'button[type="submit"]',
      ],
    },
  ],
};
