/** The options page: five rooms, each a file of its own in rooms/, loaded when somebody enters it. */
import { type ComponentType, render } from 'preact';
import { startPage } from '../page.ts';
import { text } from '../texts.ts';

interface Room {
  /** In the address, behind "#". */
  id: string;
  /** Of its name, in the messages. */
  name: string;
  load(): Promise<{ Room: ComponentType<RoomProps> }>;
}

export interface RoomProps {
  /** For a room that changes the language of the page: the whole of it is drawn again. */
  drawAgain: () => void;
}

const ROOMS: readonly [Room, ...Room[]] = [
  { id: 'applies', name: 'options_applies', load: () => import('./rooms/applies.tsx') },
  { id: 'check', name: 'options_check', load: () => import('./rooms/check.tsx') },
  { id: 'where', name: 'options_where', load: () => import('./rooms/where.tsx') },
  { id: 'settings', name: 'options_settings', load: () => import('./rooms/settings.tsx') },
  { id: 'history', name: 'options_history', load: () => import('./rooms/history.tsx') },
];

const roomInAddress = (): Room => ROOMS.find(({ id }) => `#${id}` === location.hash) ?? ROOMS[0];

let entered = 0;

/** `byPerson`: a room was chosen, so that the reading goes on at its heading. */
async function enter(room: Room, byPerson: boolean): Promise<void> {
  const mine = ++entered;
  const { Room: Inside } = await room.load();
  // Another room was chosen meanwhile.
  if (mine !== entered) return;
  document.title = `${text(room.name)} – In Camera`;
  document.body.dataset.room = room.id;
  render(<Options room={room} Inside={Inside} />, document.body);
  if (byPerson) document.querySelector<HTMLElement>('h2')?.focus();
}

function Options({ room, Inside }: { room: Room; Inside: ComponentType<RoomProps> }) {
  return (
    <>
      <header>
        <h1>In Camera</h1>
      </header>
      <div class="house">
        <nav aria-label={text('options_rooms')}>
          <ul>
            {ROOMS.map(({ id, name }) => (
              <li key={id}>
                <a href={`#${id}`} aria-current={id === room.id ? 'page' : undefined}>
                  {text(name)}
                </a>
              </li>
            ))}
            <li>
              <a href="../first-run/index.html">{text('options_about')}</a>
            </li>
          </ul>
        </nav>
        <main>
          <h2 tabIndex={-1}>{text(room.name)}</h2>
          <Inside key={room.id} drawAgain={drawAgain} />
        </main>
      </div>
    </>
  );
}

function drawAgain(): void {
  void enter(roomInAddress(), false);
}

async function start(): Promise<void> {
  await startPage();
  window.addEventListener('hashchange', () => void enter(roomInAddress(), true));
  await enter(roomInAddress(), false);
}

void start();
