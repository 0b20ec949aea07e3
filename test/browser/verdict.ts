import { isRecord } from '../../src/record.ts';

/** What the tests need of a page; Playwright's and Puppeteer's pages both have it. */
export interface TestPage {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  click(selector: string): Promise<unknown>;
  bringToFront(): Promise<unknown>;
  close(): Promise<unknown>;
}

/** What the popup says of a tab, read off the hooks that its elements carry for us. */
export interface Verdict {
  state: string;
  meetings: { platform: string; passcode: string; dialIn: string; room: string }[];
  /** "rule level", in the popup's order. */
  findings: string[];
  marking: string | null;
  policy: { source: string; version: string };
  faults: string[];
}

// An expression, because Playwright's and Puppeteer's pages share only that form of evaluate.
const READ = `(() => {
  const all = (selector, read) => [...document.querySelectorAll(selector)].map((one) => read(one.dataset));
  const policy = document.querySelector('[data-policy-source]')?.dataset ?? {};
  return {
    state: document.body.dataset.state ?? '',
    meetings: all('[data-platform]', (d) => ({ platform: d.platform, passcode: d.passcode, dialIn: d.dialIn, room: d.room })),
    findings: all('[data-rule]', (d) => d.rule + ' ' + d.level),
    marking: document.querySelector('[data-marking]')?.dataset.marking ?? null,
    policy: { source: policy.policySource ?? '', version: policy.policyVersion ?? '' },
    faults: all('[data-fault]', (d) => d.fault),
  };
})()`;

export async function verdictIn(popup: TestPage): Promise<Verdict> {
  const verdict = await popup.evaluate(READ);
  if (!isVerdict(verdict)) throw new Error('The popup could not be read.');
  return verdict;
}

function isVerdict(value: unknown): value is Verdict {
  return isRecord(value) && 'state' in value && 'findings' in value && 'meetings' in value;
}
