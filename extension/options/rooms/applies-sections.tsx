/** The sentences about the policy, as the options page shows them. Lists may have thousands of entries: most wait until they are asked for. */
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { severity } from '../../../src/model.ts';
import type { Piece, Section, Sentence } from '../../policy-words/sentence.ts';
import { LEVEL_SIGNS } from '../../signs.ts';
import { text } from '../../texts.ts';
import { Drawing } from '../../verdict/drawing.tsx';
import { number, word } from '../../wording.ts';

/** More sentences than these nobody reads at once. */
const MOST_SHOWN = 40;

export function SectionView({ section: { id, heading, sentences } }: { section: Section }) {
  const [isOpen, setOpen] = useState(false);
  const sorted = strongestFirst(sentences);
  const rest = sorted.slice(MOST_SHOWN);
  return (
    <section data-section={id}>
      <h3>{heading}</h3>
      <Sentences of={sorted.slice(0, MOST_SHOWN)} />
      {rest.length > 0 && (
        <details class="applies-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{text('applies_more', number(rest.length))}</summary>
          {isOpen && <Sentences of={rest} />}
        </details>
      )}
    </section>
  );
}

function Sentences({ of }: { of: readonly Sentence[] }) {
  return (
    <ul class="applies-sentences">
      {of.map((one, index) => (
        // Two entries of a policy may say the same; their order is all they have.
        <SentenceView key={index} sentence={one} />
      ))}
    </ul>
  );
}

/** What holds people up matters most to them. Of equal levels, and without levels, the order stays. */
function strongestFirst(sentences: readonly Sentence[]): readonly Sentence[] {
  const level = (one: Sentence): number => (one.level === undefined ? 0 : severity(one.level));
  return [...sentences].sort((one, other) => level(other) - level(one));
}

function SentenceView({ sentence: { id, pieces, origin, locked, level } }: { sentence: Sentence }) {
  return (
    <li data-sentence={id} data-origin={origin} data-locked={locked}>
      {level !== undefined && (
        <span class="applies-sign" data-level={level}>
          <Drawing sign={level === 'off' ? 'cross' : LEVEL_SIGNS[level]} />
        </span>
      )}
      <div>
        {pieces.map((piece, index) => (
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
        </span>
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
      return (
        <>
          {piece.of !== 'incident' && (
            <bdi class={piece.of === 'rule' ? 'applies-rule' : undefined}>{piece.name}</bdi>
          )}
          {piece.of === 'rule' && ' '}
          {(piece.of === 'rule' || piece.of === 'incident') && <code>{piece.id}</code>}
        </>
      );
    case 'more':
      return <More piece={piece} />;
  }
}

function More({ piece: { text: summary, rest } }: { piece: Extract<Piece, { kind: 'more' }> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="applies-rest" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen &&
        rest.map((piece, index) => (
          <Fragment key={index}>
            {index > 0 && ', '}
            <PieceView piece={piece} />
          </Fragment>
        ))}
    </details>
  );
}
