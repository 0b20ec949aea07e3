/** The whole page, from what In Camera does to where its settings are. */
import { browserKind } from '../browser-kind.ts';
import { text } from '../texts.ts';
import { Drawing } from '../verdict/drawing.tsx';
import { useAsking } from '../where/asking.ts';
import { useWhere } from '../where/follow.ts';
import { PrivateWindows } from '../where/private-windows.tsx';
import { Webmails } from '../where/webmails.tsx';
import { platformName, word } from '../wording.ts';
import { Permissions } from './permissions.tsx';
import { TryOut } from './try-out.tsx';

const NEVER = ['network', 'secrets', 'page', 'private'] as const;
const ROOMS = ['applies', 'check', 'where', 'settings', 'history'] as const;

export function Page() {
  return (
    <>
      <header>
        <h1>{text('extension_name')}</h1>
      </header>
      <main>
        <section>
          <h2>{text('first_run_does')}</h2>
          <p>{text('first_run_does_more')}</p>
          <NoticePicture />
        </section>
        <section>
          <h2>{text('first_run_try')}</h2>
          <p>{text('first_run_try_more')}</p>
          <TryOut />
        </section>
        <section>
          <h2>{text('first_run_sees')}</h2>
          <Permissions />
        </section>
        <section>
          <h2>{text('first_run_never')}</h2>
          <ul>
            {NEVER.map((what) => (
              <li key={what}>{text(`first_run_never_${what}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{text('first_run_reads')}</h2>
          <Reads />
        </section>
        <section>
          <h2>{text('first_run_button')}</h2>
          <p>{text(`first_run_button_${browserKind()}`)}</p>
          <p>{text('first_run_button_shows')}</p>
        </section>
        <section>
          <h2>{text('first_run_more')}</h2>
          <ul>
            {ROOMS.map((room) => (
              <li key={room}>
                <a href={`../options/index.html#${room}`}>{text(`options_${room}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </>
  );
}

/** How the notice looks in a mail; content/notice.css gives the real one its look. */
function NoticePicture() {
  return (
    <figure>
      <div class="notice-picture" data-level="warn">
        <Drawing sign="triangle" />
        <div>
          <p class="soft">In Camera · {word('level', 'warn')}</p>
          <p>
            <b>{text('rule_no_passcode_what', platformName('zoom'))}</b>
          </p>
        </div>
      </div>
      <figcaption class="soft">{text('first_run_notice')}</figcaption>
    </figure>
  );
}

function Reads() {
  const where = useWhere();
  const { said, allow } = useAsking();
  return (
    <>
      <p>{text('first_run_reads_more')}</p>
      <p class="said" role="status">
        {said}
      </p>
      {where === 'failed' && <p class="trouble">{text('where_failed')}</p>}
      {where !== null && where !== 'failed' && (
        <>
          <Webmails where={where} allow={allow} />
          <p>
            {text('first_run_reads_other')} <a href="../options/index.html#where">{text('options_where')}</a>
          </p>
          <h3>{text('where_private')}</h3>
          <PrivateWindows allowed={where.inPrivateWindows} />
        </>
      )}
    </>
  );
}
