/** Which marking schemes are looked for. */
import { SCHEMES } from '../../../src/markings/schemes/index.ts';
import { schemesInForce, without, withScheme } from '../../../src/policy/settings-changes.ts';
import { text } from '../../texts.ts';
import { asUsual, type Desk, isLocked } from './desk.ts';

export function Schemes({ desk }: { desk: Desk }) {
  const { inForce, organisation, settings, save } = desk;
  const on = schemesInForce(inForce.policy);
  const locked = isLocked(desk);
  return (
    <section>
      <h3>{text('settings_schemes')}</h3>
      <p>{text(locked ? 'settings_schemes_locked' : 'settings_schemes_about')}</p>
      {on.length === 0 && <p class="settings-note">{text('settings_schemes_none')}</p>}
      <ul class="settings-schemes">
        {SCHEMES.filter(({ id }) => !locked || on.includes(id)).map(({ id, title, levels }) => {
          const names = (
            <>
              <bdi>{title}</bdi>
              <span class="soft">
                <bdi>{levels.map(({ id: level, spellings }) => spellings[0]?.text ?? level).join(', ')}</bdi>
              </span>
            </>
          );
          return (
            <li key={id} data-scheme={id}>
              {locked ? (
                <span class="settings-scheme">{names}</span>
              ) : (
                <label class="settings-check">
                  <input
                    type="checkbox"
                    checked={on.includes(id)}
                    onChange={(event) => void save(withScheme(id, event.currentTarget.checked, organisation))}
                  />
                  <span class="settings-scheme">{names}</span>
                </label>
              )}
            </li>
          );
        })}
      </ul>
      {!locked && settings.schemes !== undefined && (
        <button type="button" onClick={() => void save(without('schemes'))}>
          {text(asUsual(desk, 'schemes'), text('settings_schemes'))}
        </button>
      )}
    </section>
  );
}
