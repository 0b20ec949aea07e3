/** What a person can allow In Camera to read: the browser asks once more, and only inside the person's own click. */
import { hostOfPattern } from '../origins.ts';
import { text } from '../texts.ts';
import { webmailName } from '../wording.ts';
import type { Stored } from './stored.ts';

/** So many hosts are named; the browser's own question names all. */
const MOST_NAMED = 6;

export type Allow = (patterns: readonly string[]) => void;

interface OffersProps {
  stored: Stored;
  /** Pattern of the tab's site, if it is one that In Camera does not read by itself; null otherwise, or when the browser hides it. */
  here: string | null;
  allow: Allow;
}

export function Offers({ stored: { access, reports }, here, allow }: OffersProps) {
  const host = here === null ? '' : hostOfPattern(here);
  const webmail = (reports ?? []).find(({ webmail: id, site }) => id !== null && hostIn(site) === host);
  return (
    <>
      {here !== null && (
        <Offer
          name="here"
          said={
            webmail?.webmail == null
              ? text('popup_always_more')
              : text('popup_looks_like', webmailName(webmail.webmail))
          }
          button={text('popup_always', host)}
          press={() => allow([here])}
        />
      )}
      {access.asked.length > 0 && (
        <Offer
          name="policy"
          said={text('popup_policy_wants', named(access.asked))}
          button={text('popup_allow')}
          about={named(access.asked)}
          press={() => allow(access.asked)}
        />
      )}
      {access.missing.length > 0 && (
        <Offer
          name="missing"
          said={text('popup_missing', named(access.missing))}
          button={text('popup_allow')}
          about={named(access.missing)}
          press={() => allow(access.missing)}
        />
      )}
    </>
  );
}

interface OfferProps {
  name: string;
  said: string;
  button: string;
  /** What sets the button apart from others of the same words, for screen readers. */
  about?: string;
  press: () => void;
}

function Offer({ name, said, button, about, press }: OfferProps) {
  return (
    <section class="offer" data-offer={name}>
      <p>{said}</p>
      <button
        type="button"
        onClick={press}
        aria-label={about === undefined ? undefined : `${button} ${about}`}
      >
        {button}
      </button>
    </section>
  );
}

/** Without its port. */
const hostIn = (site: string): string => URL.parse(`https://${site}/`)?.hostname ?? '';

function named(patterns: readonly string[]): string {
  const hosts = [...new Set(patterns.map(hostOfPattern))];
  const shown = hosts.slice(0, MOST_NAMED).join(', ');
  return hosts.length > MOST_NAMED ? text('popup_and_more', shown, `${hosts.length - MOST_NAMED}`) : shown;
}
