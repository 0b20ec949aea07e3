import type { Aside } from '../messages.ts';
import { takeBack } from '../set-aside.ts';
import { text } from '../texts.ts';
import { word } from '../wording.ts';

/** That a person set this invitation's notice aside, and how to have it back. `again`: the page shows it again. */
export function AsideNote({ aside: { key, state }, again }: { aside: Aside; again: () => void }) {
  if (state === null) return null;
  const back = (): void => {
    takeBack(key, new Date()).then(again, (error: unknown) => {
      console.warn('In Camera: the notice could not be had back.', error);
    });
  };
  return (
    <p class="aside">
      {word('popup_aside', state)}{' '}
      <button type="button" class="plain" onClick={back}>
        {text('popup_aside_back')}
      </button>
    </p>
  );
}
