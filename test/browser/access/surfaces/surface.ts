import type { Stage } from '../stage.ts';
import type { Words } from '../words.ts';

/** Something that people see, in one of its states. */
export interface State {
  name: string;
  /** `words`: those it speaks; a page that is loaded anew has to be told. */
  show(stage: Stage, words: Words): Promise<void>;
  /** Measured in every language, at every size. */
  measured?: true;
}

export interface Surface {
  name: string;
  states: readonly State[];
  /** Has the page draw itself again, in the words that it speaks by then. Without it: the state is shown once more. */
  again?(stage: Stage): Promise<void>;
}

const AREAS = ['session', 'local'] as const;
type Stored = Partial<Record<(typeof AREAS)[number], Readonly<Record<string, unknown>>>>;

let loads = 0;

/** A page of the extension, loaded anew over what is stored then. `path` may hold a query and a fragment. */
export async function openOwn(stage: Stage, path: string, stored: Stored, ready: string): Promise<void> {
  await seed(stage, stored);
  const url = new URL(path, stage.own);
  // Otherwise another fragment alone would load nothing.
  url.searchParams.set('load', `${++loads}`);
  await stage.open(url.href, ready);
}

/** What the state before this one has stored. */
const SEEDED: Record<(typeof AREAS)[number], readonly string[]> = { session: [], local: [] };

export async function seed({ page, own, open }: Stage, stored: Stored): Promise<void> {
  if (!String(await page.evaluate('location.href')).startsWith(own))
    await open(`${own}first-run/index.html`, `document.readyState === 'complete'`);
  for (const area of AREAS) {
    const values = stored[area] ?? {};
    const gone = SEEDED[area].filter((key) => !(key in values));
    await page.evaluate(`(async () => {
      const area = chrome.storage.${area};
      if (${gone.length} > 0) await area.remove(${JSON.stringify(gone)});
      await area.set(${JSON.stringify(values)});
      return null;
    })()`);
    SEEDED[area] = Object.keys(values);
  }
}

/** What is folded away is shown. */
export const UNFOLD = `for (const one of document.querySelectorAll('details')) one.open = true;`;
