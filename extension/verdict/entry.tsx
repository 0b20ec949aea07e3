/** One invitation and what was found about it, as popup and options page show it. */
import { type Finding, type Meeting, type Review, type Surface, severity } from '../../src/model.ts';
import { worstFirst } from '../outcome.ts';
import { LEVEL_SIGNS } from '../signs.ts';
import { text } from '../texts.ts';
import { findingWords, platformName, word } from '../wording.ts';
import { Drawing } from './drawing.tsx';

export function EntryView({ title, review }: { title: string; review: Review }) {
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
        <section class="unknown">
          <h3>{text('unknown_title')}</h3>
          <ul>
            {review.unknown.map((unknown) => (
              <li key={unknown} data-unknown={unknown}>
                {word('unknown', unknown)}
              </li>
            ))}
          </ul>
        </section>
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
      {of.map((finding, index) => {
        const { what, why, next } = findingWords(finding, meeting, surface);
        return (
          <li
            key={`${finding.rule} ${index}`}
            class="finding"
            data-rule={finding.rule}
            data-level={finding.level}
          >
            <p class="level">
              <Drawing sign={LEVEL_SIGNS[finding.level]} />
              {word('level', finding.level)}
            </p>
            <h4>{what}</h4>
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
          </li>
        );
      })}
    </ul>
  );
}
