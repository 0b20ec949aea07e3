/** Toast UI Calendar with its own pop-ups: one that shows an event, and one in which an event is written. */
import Calendar from '@toast-ui/calendar';
import '@toast-ui/calendar/toastui-calendar.min.css';

declare global {
  /** Opens the pop-up in which an event is written. */
  var write: (() => void) | undefined;
}

const query = new URLSearchParams(location.search);
const hour = (day: number, at: number): Date => new Date(2026, 10, day, at);

const calendar = new Calendar('#calendar', {
  defaultView: 'month',
  useDetailPopup: true,
  useFormPopup: true,
  calendars: [{ id: 'work', name: 'Work' }],
});
calendar.setDate(hour(15, 12));
calendar.createEvents([
  { id: '1', calendarId: 'work', title: 'SECRET - another talk', start: hour(11, 9), end: hour(11, 10) },
  {
    id: '2',
    calendarId: 'work',
    title: query.get('title') ?? '',
    start: hour(12, 9),
    end: hour(12, 10),
    location: query.get('location') ?? '',
    body: query.get('body') ?? '',
    attendees: ['jan.devries@example.org'],
  },
]);
globalThis.write = () =>
  calendar.openFormPopup({ start: hour(3, 9), end: hour(3, 10), title: '', location: '' });
