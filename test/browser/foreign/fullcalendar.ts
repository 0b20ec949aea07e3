/** FullCalendar's web component, which draws in an open shadow root, with one event that leads to a meeting. */
import dayGrid from '@fullcalendar/daygrid';
import { FullCalendarElement } from '@fullcalendar/web-component';

customElements.define('full-calendar', FullCalendarElement);

const query = new URLSearchParams(location.search);
const calendar = new FullCalendarElement();
calendar.setAttribute('shadow', '');
// Connected, it reads its attribute; what was set before would be gone.
document.querySelector('main')?.append(calendar);
calendar.options = {
  plugins: [dayGrid],
  initialView: 'dayGridMonth',
  initialDate: '2026-11-15',
  headerToolbar: { left: 'prev,next', center: 'title', right: 'today' },
  events: [
    {
      title: 'Lunch with the neighbours',
      start: '2026-11-11T12:00:00',
      url: 'https://intranet.example.org/lunch',
    },
    {
      title: query.get('title') ?? '',
      start: query.get('start') ?? '',
      url: query.get('link') ?? '',
    },
    {
      title: 'SECRET - another talk',
      start: '2026-11-18T15:00:00',
      url: 'https://intranet.example.org/talk',
    },
    { title: 'Day off', start: '2026-11-20' },
  ],
};
