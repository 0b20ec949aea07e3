/** Meetings of which a person said “I know this one”: how many, and how to be warned of them again. Nobody can tell which they are. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { forgetKnown, knownOnes, SET_ASIDE_KEY } from '../../set-aside.ts';
import { text } from '../../texts.ts';
import { number } from '../../wording.ts';
import { Confirmed } from './confirm.tsx';

export function KnownMeetings() {
  /** Null: the browser does not say. */
  const [count, setCount] = useState<number | null>(0);
  useEffect(() => {
    const read = (): void => {
      knownOnes(new Date()).then(setCount, () => setCount(null));
    };
    const changed = (changes: Readonly<Record<string, unknown>>, area: string): void => {
      if (area === 'local' && Object.hasOwn(changes, SET_ASIDE_KEY)) read();
    };
    read();
    browser.storage.onChanged.addListener(changed);
    return () => browser.storage.onChanged.removeListener(changed);
  }, []);
  if (count === 0) return null;
  return (
    <section>
      <h3>{text('settings_known')}</h3>
      <p>
        {count === null ? text('settings_known_unreadable') : text('settings_known_count', number(count))}
      </p>
      <Confirmed
        name={text('settings_known_forget')}
        question={text('settings_known_question')}
        yes={text('settings_known_forget')}
        act={() => forgetKnown().catch(() => setCount(null))}
      />
    </section>
  );
}
