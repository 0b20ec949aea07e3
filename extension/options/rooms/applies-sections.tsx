/** The sentences about the policy, as the options page shows them. Lists may have thousands of entries: most wait until they are asked for. */
import { type ComponentChildren, Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { severity } from '../../../src/model.ts';
import type { Piece, Section, Sentence } from '../../policy-words/sentence.ts';
import { LEVEL_SIGNS } from '../../signs.ts';
import { text } from '../../texts.ts';
import { Drawing } from '../../verdict/drawing.tsx';
import { number, word } from '../../wording.ts';

/** More sentences than these nobody reads at once. */
const MOST_SHOWN = 40;

/** So many more are drawn at each opening: the page would stand still under thousands. */
const MOST_AT_ONCE = 250;

export function SectionView({ section: { id, heading, sentences } }: { section: Section }) {
  return (
    <section data-section={id}>
      <h3>{heading}</h3>
      <Sentences of={strongestFirst(sentences)} most={MOST_SHOWN} />
    </section>
  );
}

function Sentences({ of, most }: { of: readonly Sentence[]; most: number }) {
  const rest = of.slice(most);
  return (
    <>
      <ul class="applies-sentences">
        {of.slice(0, most).map((one, index) => (
          // Two entries of a policy may say the same; their order is all they have.
          <SentenceView key={index} sentence={one} />
        ))}
      </ul>
      {rest.length > 0 && (
        <Later summary={text('applies_more', number(rest.length))}>
          {() => <Sentences of={rest} most={MOST_AT_ONCE} />}
        </Later>
      )}
    </>
  );
}

/** What is drawn only when it is opened. */
function Later({ summary, children }: { summary: string; children: () => ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="applies-later" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}

/** What holds people up matters most to them. Of equal levels, and without levels, the order stays. */
function strongestFirst(sentences: readonly Sentence[]): readonly Sentence[] {
  const level = (one: Sentence): number => (one.level === undefined ? 0 : severity(one.level));
  return [...sentences].sort((one, other) => level(other) - level(one));
}

function SentenceView({ sentence: { id, pieces: said, origin, locked, level } }: { sentence: Sentence }) {
  const pieces = said();
  const rule = pieces.find((piece) => piece.kind === 'named' && piece.of === 'rule');
  return (
    <li data-sentence={id} data-origin={origin} data-locked={locked}>
      {level !== undefined && (
        <span class="applies-sign" data-level={level}>
          <Drawing sign={level === 'off' ? 'cross' : LEVEL_SIGNS[level]} />
        </span>
      )}
      <div>
        {pieces
          // The end of a list that opens is no end of a line.
          .filter(
            (piece, index) =>
              pieces[index - 1]?.kind !== 'more' || piece.kind !== 'words' || piece.text !== '.',
          )
          .map((piece, index) => (
            <PieceView key={index} piece={piece} />
          ))}{' '}
        <span class="applies-origin">
          {word('applies_origin', origin)}
          {locked && (
            <>
              <Drawing sign="lock" />
              <span class="unseen">, {text('applies_fixed')}</span>
            </>
          )}
        </span>{' '}
        {rule?.kind === 'named' && <code class="soft">{rule.id}</code>}
      </div>
    </li>
  );
}

function PieceView({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'words':
      return <>{piece.text}</>;
    case 'own':
      return <bdi>{piece.text}</bdi>;
    case 'marking':
      return <bdi>{piece.name}</bdi>;
    case 'named':
      if (piece.of === 'incident') return <code>{piece.id}</code>;
      return <bdi class={piece.of === 'rule' ? 'applies-rule' : undefined}>{piece.name}</bdi>;
    case 'more':
      return <More of={piece.rest} summary={piece.text} />;
  }
}

function More({ of, summary }: { of: readonly Piece[]; summary: string }) {
  const rest = of.slice(MOST_AT_ONCE);
  return (
    <Later summary={summary}>
      {() => (
        <>
          {of.slice(0, MOST_AT_ONCE).map((piece, index) => (
            <Fragment key={index}>
              {index > 0 && ', '}
              <PieceView piece={piece} />
            </Fragment>
          ))}
          {rest.length > 0 && ' '}
          {rest.length > 0 && <More of={rest} summary={text('applies_more', number(rest.length))} />}
        </>
      )}
    </Later>
  );
}
