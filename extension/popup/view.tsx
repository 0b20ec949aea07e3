import {
  type Finding,
  type Meeting,
  type PolicyFault,
  type Review,
  type Surface,
  severity,
} from '../../src/model.ts';
import { faultWords } from '../fault-words.ts';
import type { FrameReport } from '../messages.ts';
import { worstFirst } from '../outcome.ts';
import { LEVEL_SIGNS } from '../signs.ts';
import { text } from '../texts.ts';
import { counted, findingWords, platformName, policyLine, word } from '../wording.ts';
import type { Answer, Problem } from './answer.ts';
import { type Allow, Offers } from './offers.tsx';
import { POPUP_SIGNS, type PopupSign } from './signs.ts';
import type { Stored } from './stored.ts';

interface PopupProps {
  stored: Stored;
  answer: Answer;
  /** Reads the tab once, at the person's own click; 'refused' by the browser; null where there is no tab to read. */
  check: (() => void) | 'refused' | null;
  /** Pattern of a site that can be read always; null where there is none, or it is read already. */
  here: string | null;
  allow: Allow;
}

export function Popup({ stored, answer, check, here, allow }: PopupProps) {
  const sites = [
    ...new Set((stored.reports ?? []).map((report) => report.site).filter((site) => site !== '')),
  ];
  return (
    <>
      <header>
        <h1>In Camera</h1>
        {sites.length > 0 && <p>{text('popup_site', sites.join(', '))}</p>}
      </header>
      <main>
        <section
          class={answer.sign === 'broken-page' ? 'answer failed' : 'answer'}
          data-level={answer.level}
          aria-live="polite"
        >
          <Drawing sign={answer.sign} />
          <Statement of={answer} />
        </section>
        {answer.state === 'not-reading' && check === 'refused' && (
          <p class="refused">{text('popup_check_failed')}</p>
        )}
        {answer.state === 'not-reading' && typeof check === 'function' && (
          <button type="button" class="check" onClick={check}>
            {text('popup_check')}
          </button>
        )}
        <Offers stored={stored} here={check === 'refused' ? null : here} allow={allow} />
        {answer.problems.map((problem) => (
          <section class="problem failed" key={problem.more[0]}>
            <Drawing sign="broken-page" />
            <Statement of={problem} />
          </section>
        ))}
        {entriesIn(stored).map(([key, entry]) => (
          <EntryView key={key} title={entry.title} review={entry.review} />
        ))}
      </main>
      <footer>
        <PolicyView stored={stored} />
      </footer>
    </>
  );
}

function Statement({ of }: { of: Problem }) {
  return (
    <div>
      <h2>{of.heading}</h2>
      {of.more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

function Drawing({ sign }: { sign: PopupSign }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={POPUP_SIGNS[sign]} />
    </svg>
  );
}

type Entry = FrameReport['entries'][number];

/** Those with something to tell, the worst on top, each with a name that stays while the others change. */
function entriesIn(stored: Stored): [string, Entry][] {
  return (stored.reports ?? [])
    .flatMap((report) =>
      report.entries.map((entry, index): [string, Entry] => [`${report.page} ${index}`, entry]),
    )
    .filter(([, { review }]) => {
      const { meetings, unknown, marking, findings } = review;
      return meetings.length + unknown.length + worstFirst(findings).length > 0 || marking !== null;
    })
    .sort(([, one], [, other]) => worstOf(other.review.findings) - worstOf(one.review.findings));
}

function EntryView({ title, review }: { title: string; review: Review }) {
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

const worstOf = (findings: readonly Finding[]): number =>
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

function PolicyView({ stored: { policy, policyDamaged } }: { stored: Stored }) {
  if (policyDamaged) return <p data-policy-source="unknown">{text('popup_policy_unreadable')}</p>;
  return (
    <>
      <section data-policy-source={policy.source} data-policy-version={policy.version ?? ''}>
        <h2>{text('popup_policy')}</h2>
        <p>{policyLine(policy)}</p>
        <p class="soft">{word('popup_source', policy.source)}</p>
        {policy.ownSettings.length > 0 && (
          <p class="soft" data-own-settings>
            {text('popup_own_settings', policy.ownSettings.join(', '))}
          </p>
        )}
        {policy.notApplied.length > 0 && (
          <p class="soft">{text('popup_not_applied', policy.notApplied.join(', '))}</p>
        )}
      </section>
      {policy.faults.length > 0 && (
        <section class="faults">
          <h2>{counted('popup_faults', policy.faults.length)}</h2>
          <p>{text('popup_faults_more')}</p>
          <ul>
            {policy.faults.map((fault) => (
              <FaultView key={`${fault.path} ${fault.problem} ${fault.value}`} fault={fault} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function FaultView({ fault }: { fault: PolicyFault }) {
  return (
    <li data-fault={fault.problem}>
      {fault.path === '' ? <b>{text('fault_whole')}</b> : <code>{fault.path}</code>}
      <p>{faultWords(fault, text)}</p>
    </li>
  );
}
