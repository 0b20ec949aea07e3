/** In which language In Camera speaks. */
import { useState } from 'preact/hooks';
import browser from '../../api.ts';
import { chooseLanguage, languagesHere } from '../../load-words.ts';
import type { Language } from '../../own-words.ts';
import { showLanguage } from '../../page.ts';
import { language, text } from '../../texts.ts';

interface Props {
  drawAgain(): void;
  /** Says whether it could be stored. */
  tell(done: boolean): void;
}

export function LanguageChoice({ drawAgain, tell }: Props) {
  // Where nothing is chosen, the words are the browser's.
  const [chosen, setChosen] = useState<Language | null>(chosenNow);
  const choose = async (value: string): Promise<void> => {
    const wanted = languagesHere().find((one) => one === value) ?? null;
    const done = await chooseLanguage(wanted).then(
      () => true,
      () => false,
    );
    setChosen(chosenNow());
    if (done) {
      showLanguage();
      drawAgain();
    }
    tell(done);
  };
  const browsers = browser.i18n.getMessage('extension_language') || 'en';
  return (
    <section>
      <h3>{text('settings_language')}</h3>
      <label class="settings-field">
        {text('settings_language_field')}
        <select value={chosen ?? ''} onChange={(event) => void choose(event.currentTarget.value)}>
          <option value="">{text('settings_language_browser', ownName(browsers))}</option>
          {languagesHere().map((one) => (
            <option key={one} value={one} lang={one}>
              {ownName(one)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

const chosenNow = (): Language | null =>
  globalThis.inCameraWords === undefined ? null : (languagesHere().find((one) => one === language()) ?? null);

/** As its speakers call it, with a capital as names of a list have. */
function ownName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  const [first = ''] = name;
  return first.toLocaleUpperCase(code) + name.slice(first.length);
}
