/** The fields by which a person finds entries. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { HOWS, type LogEntry } from '../../log.ts';
import { language, text } from '../../texts.ts';
import { platformName } from '../../wording.ts';
import { type Filter, isFiltering, NO_FILTER } from './filter.ts';
import { howName, ruleName } from './words.ts';

interface Props {
  entries: readonly LogEntry[];
  filter: Filter;
  change(filter: Filter): void;
}

export function Filters({ entries, filter, change }: Props) {
  const rules = useMemo(() => named(entries, ({ rules }) => rules, ruleName), [entries]);
  const platforms = useMemo(() => named(entries, ({ platforms }) => platforms, platformName), [entries]);
  const hows = HOWS.map((how): Named => ({ id: how, name: howName(how) }));
  return (
    <search class="filter" aria-label={text('history_filter')}>
      <Field name="text">
        <input
          id="history-text"
          type="search"
          // A browser that looks for slips may send the words to a server.
          spellcheck={false}
          value={filter.text}
          onInput={({ currentTarget }) => change({ ...filter, text: currentTarget.value })}
        />
      </Field>
      <Choice
        name="rule"
        choices={rules}
        value={filter.rule}
        choose={(rule) => change({ ...filter, rule })}
      />
      <Choice
        name="platform"
        choices={platforms}
        value={filter.platform}
        choose={(platform) => change({ ...filter, platform })}
      />
      <Choice
        name="decision"
        choices={hows}
        value={filter.how}
        choose={(id) => change({ ...filter, how: HOWS.find((how) => how === id) ?? '' })}
      />
      <Field name="from">
        <input
          id="history-from"
          type="date"
          value={filter.from}
          onInput={({ currentTarget }) => change({ ...filter, from: currentTarget.value })}
        />
      </Field>
      <Field name="to">
        <input
          id="history-to"
          type="date"
          value={filter.to}
          onInput={({ currentTarget }) => change({ ...filter, to: currentTarget.value })}
        />
      </Field>
      <button type="button" disabled={!isFiltering(filter)} onClick={() => change(NO_FILTER)}>
        {text('history_filter_clear')}
      </button>
    </search>
  );
}

function Field({ name, children }: { name: string; children: JSX.Element }) {
  return (
    <div class="field">
      <label for={`history-${name}`}>{text(`history_filter_${name}`)}</label>
      {children}
    </div>
  );
}

interface Named {
  id: string;
  name: string;
}

interface ChoiceProps {
  name: string;
  choices: readonly Named[];
  value: string;
  choose(id: string): void;
}

function Choice({ name, choices, value, choose }: ChoiceProps) {
  // What was chosen stays to be seen when the last entry with it has gone.
  const gone = value !== '' && !choices.some(({ id }) => id === value);
  const all = gone ? [...choices, { id: value, name: value }] : choices;
  return (
    <Field name={name}>
      <select
        id={`history-${name}`}
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{text('history_filter_any')}</option>
        {all.map(({ id, name: shown }) => (
          <option key={id} value={id}>
            {shown}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Those that the log holds, by their names. */
function named(
  entries: readonly LogEntry[],
  idsOf: (entry: LogEntry) => readonly string[],
  nameOf: (id: string) => string,
): Named[] {
  const { compare } = new Intl.Collator(language());
  return [...new Set(entries.flatMap(idsOf))]
    .map((id) => ({ id, name: nameOf(id) }))
    .sort((one, other) => compare(one.name, other.name));
}
