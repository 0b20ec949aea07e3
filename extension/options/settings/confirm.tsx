/** A button that asks once more, in its own place, before it does something. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../texts.ts';

interface Props {
  name: string;
  /** What will happen. */
  question: ComponentChildren;
  yes: string;
  act(): Promise<unknown>;
}

export function Confirmed({ name, question, yes, act }: Props) {
  const id = useId();
  const [asks, setAsks] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const answer = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useLayoutEffect(() => {
    if (asks) answer.current?.focus();
    else if (wasAsked.current) opener.current?.focus();
    wasAsked.current = asks;
  }, [asks]);
  if (!asks)
    return (
      <button ref={opener} type="button" onClick={() => setAsks(true)}>
        {name}
      </button>
    );
  return (
    <fieldset
      aria-label={name}
      class="settings-form"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsks(false);
      }}
    >
      <div id={id}>{question}</div>
      <div class="settings-buttons">
        <button
          ref={answer}
          type="button"
          aria-describedby={id}
          onClick={() => void act().then(() => setAsks(false))}
        >
          {yes}
        </button>
        <button type="button" onClick={() => setAsks(false)}>
          {text('settings_cancel')}
        </button>
      </div>
    </fieldset>
  );
}
