import type { FrameReport } from '../messages.ts';
import { worstFirst } from '../outcome.ts';
import { text } from '../texts.ts';
import { asText } from '../verdict/as-text.ts';
import { Drawing } from '../verdict/drawing.tsx';
import { EntryView, worstOf } from '../verdict/entry.tsx';
import { PolicyNoteView } from '../verdict/policy-note.tsx';
import { Actions } from './actions.tsx';
import type { Answer, Problem } from './answer.ts';
import { AsideNote } from './aside-note.tsx';
import { CheckOne } from './check-one.tsx';
import { type Allow, Offers } from './offers.tsx';
import type { Stored } from './stored.ts';

interface PopupProps {
  stored: Stored;
  answer: Answer;
  /** Reads the tab once, at the person's own click; 'refused' by the browser; null where there is no tab to read. */
  check: (() => void) | 'refused' | null;
  /** Pattern of a site that can be read always; null where there is none, or it is read already. */
  here: string | null;
  allow: Allow;
  /** The page asks the worker again. */
  lookAgain: () => void;
}

export function Popup({ stored, answer, check, here, allow, lookAgain }: PopupProps) {
  const sites = [
    ...new Set((stored.reports ?? []).map((report) => report.site).filter((site) => site !== '')),
  ];
  const entries = entriesIn(stored);
  const told = (): string =>
    asText({
      sites,
      answer: [answer, ...answer.problems].flatMap(({ heading, more }) => [heading, ...more]),
      entries: entries.map(([, entry]) => entry),
      policy: stored.policy,
      now: new Date(),
    });
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
        {entries.map(([key, { title, review, aside }]) => (
          <EntryView key={key} title={title} review={review}>
            <AsideNote aside={aside} again={lookAgain} />
          </EntryView>
        ))}
        <CheckOne />
      </main>
      <footer>
        <Actions
          told={told}
          contact={stored.policy.contact}
          organisation={stored.policy.organisation}
          checkAgain={answer.state !== 'not-reading' && typeof check === 'function' ? check : null}
        />
        <PolicyNoteView policy={stored.policy} damaged={stored.policyDamaged} />
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
