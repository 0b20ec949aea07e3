/** One site, or the sites of one webmail: its name, whether it is checked, and what a person can do about it. */
import { type ComponentChildren, Fragment } from 'preact';
import { hostOfPattern } from '../origins.ts';
import { text } from '../texts.ts';
import { Drawing } from '../verdict/drawing.tsx';
import type { PopupSign } from '../verdict/signs.ts';
import type { Site } from './read.ts';

/** `limited`: it is read, and not everything was found there. */
type Shown = Site['state'] | 'limited';

const SIGN_OF: Readonly<Record<Shown, PopupSign>> = {
  read: 'tick',
  limited: 'half-tick',
  'not-allowed': 'closed-eye',
  waiting: 'question',
};

interface SiteRowProps {
  name: string;
  /** Said below the name; none where the name is the host. */
  hosts?: readonly string[];
  state: Shown;
  /** What else is to be said of it. */
  notes?: readonly string[];
  /** Its button, if any. */
  children?: ComponentChildren;
}

export function SiteRow({ name, hosts = [], state, notes = [], children }: SiteRowProps) {
  return (
    <li class="site" data-state-of-site={state} data-site={name}>
      <div>
        <bdi class="site-name">{name}</bdi>
        {hosts.length > 0 && (
          <p class="soft">
            <Hosts of={hosts} />
          </p>
        )}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      <p class="site-state">
        <Drawing sign={SIGN_OF[state]} />
        {text(`where_state_${state.replaceAll('-', '_')}`)}
      </p>
      {children}
    </li>
  );
}

export function Hosts({ of }: { of: readonly string[] }) {
  return of.map((host, index) => (
    <Fragment key={host}>
      {index > 0 && ', '}
      <bdi>{host}</bdi>
    </Fragment>
  ));
}

/** For people. All https pages are a site with no name of its own. */
export function siteName(pattern: string): string {
  const host = hostOfPattern(pattern);
  return host === '*' || pattern === '<all_urls>' ? text('where_all_sites') : host;
}

interface SiteButtonProps {
  /** What stands on it: the end of a message's name. */
  does: 'allow' | 'remove';
  name: string;
  press: () => void;
}

/** Its name tells which of many it is. */
export function SiteButton({ does, name, press }: SiteButtonProps) {
  return (
    <button type="button" class="site-button" aria-label={text(`where_${does}_named`, name)} onClick={press}>
      {text(`where_${does}`)}
    </button>
  );
}
