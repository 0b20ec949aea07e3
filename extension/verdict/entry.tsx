/** One invitation and what was found about it, as popup and options page show it. */
import type { ComponentChildren } from 'preact';
import { type Finding, type Meeting, type Review, type Surface, severity } from '../../src/model.ts';
import { worstFirst } from '../outcome.ts';
import { LEVEL_SIGNS } from '../signs.ts';
import { text } from '../texts.ts';
import { findingWords, number, platformName, word } from '../wording.ts';
import { Drawing } from './drawing.tsx';

interface EntryProps {
  title: string;
  review: Review;
  /** What else is to be said of it, below its title. */
  children?: ComponentChildren;
}

export function EntryView({ title, review, children }: EntryProps) {
  // A finding that points at no meeting we have is still said, as one about the invitation.
  const about = (index: number | null): Finding[] =>
    worstFirst(
      review.findings.filter(({ meeting }) =>
        index === null ? meeting === null || review.meetings[meeting] === undefined : meeting === index,
      ),
    );
  const { marking, surface } = review;
  // What matters most comes first, so that it is seen without scrolling.
  const parts: Part[] = [
    { meeting: undefined, findings: about(null) },
    ...review.meetings.map((meeting, index) => ({ meeting, findings: about(index) })),
  ];
  parts.sort((one, other) => worstOf(other.findings) - worstOf(one.findings));
  return (
    <article class="entry">
      <h2>
        <bdi>
          {title.trim() !== '' ? title : text(surface === 'join' ? 'popup_link_only' : 'popup_no_title')}
        </bdi>
      </h2>
      {children}
      {marking !== null && (
        <p class="marking" data-marking={`${marking.scheme}/${marking.level}`}>
          {text('notice_marking')}: <bdi>{marking.text}</bdi> ({word('found_in', marking.foundIn)})
        </p>
      )}
      {parts.map((part, index) => (
        // Two meetings of one invitation may be alike in everything; their order is all they have.
        <PartView key={index} meeting={part.meeting} findings={part.findings} surface={review.surface} />
      ))}
      {review.unknown.length > 0 && (
        <details class="unknown">
          <summary>{text('unknown_count', number(review.unknown.length))}</summary>
          <ul>
            {review.unknown.map((unknown) => (
              <li key={unknown} data-unknown={unknown}>
                {word('unknown', unknown)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

/** One meeting, or (without one) the invitation itself, and what was found about it. */
interface Part {
  meeting: Meeting | undefined;
  findings: readonly Finding[];
}

export const worstOf = (findings: readonly Finding[]): number =>
  Math.max(0, ...findings.map((finding) => severity(finding.level)));

function PartView({ meeting, findings, surface }: Part & { surface: Surface }) {
  if (meeting === undefined) {
    return (
      <Findings
        of={findings}
        meeting={undefined}
        surface={surface}
        label={text('popup_findings_invitation')}
      />
    );
  }
  const facts = [
    ['passcode', meeting.passcode.state],
    ['dial_in', meeting.dialIn.state],
    ['room', meeting.room],
  ] as const;
  return (
    <section
      class="meeting"
      data-platform={meeting.platform}
      data-passcode={meeting.passcode.state}
      data-dial-in={meeting.dialIn.state}
      data-room={meeting.room}
    >
      <h3>
        <bdi>{platformName(meeting.platform)}</bdi>{' '}
        <bdi class="host">{meeting.host === '' ? text('popup_no_host') : meeting.host}</bdi>
      </h3>
      <dl>
        {facts.map(([group, state]) => (
          <div key={group}>
            <dt>{word(group, 'title')}</dt>
            <dd>{word(group, state)}</dd>
          </div>
        ))}
      </dl>
      <Findings of={findings} meeting={meeting} surface={surface} label={text('popup_findings_meeting')} />
    </section>
  );
}

interface FindingsProps {
  of: readonly Finding[];
  meeting: Meeting | undefined;
  surface: Surface;
  label: string;
}

function Findings({ of, meeting, surface, label }: FindingsProps) {
  if (of.length === 0) return null;
  return (
    <ul class="findings" aria-label={label}>
      {of.map((finding, index) => (
        <li
          key={`${finding.rule} ${index}`}
          class="finding"
          data-rule={finding.rule}
          data-level={finding.level}
        >
          <FindingView finding={finding} meeting={meeting} surface={surface} />
        </li>
      ))}
    </ul>
  );
}

/** What is wrong, at once; why, what to do and whose advice it is, when somebody asks. */
function FindingView({
  finding,
  meeting,
  surface,
}: {
  finding: Finding;
  meeting: Meeting | undefined;
  surface: Surface;
}) {
  const { what, why, next } = findingWords(finding, meeting, surface);
  const { title, url } = finding.source;
  return (
    <details>
      <summary>
        <span class="level">
          <Drawing sign={LEVEL_SIGNS[finding.level]} />
          {word('level', finding.level)}
        </span>
        <span class="what">{what}</span>
      </summary>
      {why !== '' && (
        <p>
          <strong>{text('finding_why')}</strong> {why}
        </p>
      )}
      {next !== '' && (
        <p>
          <strong>{text('finding_next')}</strong> {next}
        </p>
      )}
      {url.startsWith('https://') && (
        <p class="soft">
          {text('finding_source')}{' '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            <bdi>{title || URL.parse(url)?.host}</bdi>
          </a>
        </p>
      )}
    </details>
  );
}
