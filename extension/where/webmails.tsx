/** The webmail and calendars that In Camera knows by their address, with what the browser allows. */
import { hostOfPattern } from '../origins.ts';
import { text } from '../texts.ts';
import { webmailName } from '../wording.ts';
import type { KnownWebmail, Where } from './read.ts';
import { SiteButton, SiteRow } from './site-row.tsx';

interface WebmailsProps {
  where: Where;
  allow: (patterns: readonly string[], name: string) => void;
}

const missingOf = ({ sites }: KnownWebmail): string[] =>
  sites.filter(({ state }) => state !== 'read').map(({ pattern }) => pattern);

export function Webmails({ where, allow }: WebmailsProps) {
  const { webmails, limited } = where;
  const lacking = webmails.filter((webmail) => missingOf(webmail).length > 0);
  return (
    <>
      {lacking.length > 1 && (
        <button
          type="button"
          class="site-button allow-all"
          onClick={() => allow(lacking.flatMap(missingOf), text('where_all_webmail'))}
        >
          {text('where_allow_all')}
        </button>
      )}
      <ul class="sites" aria-label={text('where_webmail')}>
        {webmails.map((webmail) => (
          <WebmailRow
            key={webmail.id ?? webmail.sites[0]?.pattern}
            webmail={webmail}
            limitedDays={limited?.get(webmail.id ?? '') ?? 0}
            allow={allow}
          />
        ))}
      </ul>
    </>
  );
}

interface WebmailRowProps extends Pick<WebmailsProps, 'allow'> {
  webmail: KnownWebmail;
  limitedDays: number;
}

function WebmailRow({ webmail, limitedDays, allow }: WebmailRowProps) {
  const { id, sites } = webmail;
  const hosts = sites.map(({ pattern }) => hostOfPattern(pattern));
  const name = id === null ? (hosts[0] ?? '') : webmailName(id);
  const missing = missingOf(webmail);
  // Which of its addresses, where the browser allows the others.
  const some = missing.length > 0 && missing.length < sites.length;
  return (
    <SiteRow
      name={name}
      hosts={id === null ? [] : hosts}
      state={missing.length > 0 ? 'not-allowed' : limitedDays > 0 ? 'limited' : 'read'}
      notes={[
        ...(some ? [text('where_only_missing', missing.map(hostOfPattern).join(', '))] : []),
        ...(limitedDays > 0 ? [limitedWords(limitedDays)] : []),
      ]}
    >
      {missing.length > 0 && <SiteButton does="allow" name={name} press={() => allow(missing, name)} />}
    </SiteRow>
  );
}

export const limitedWords = (days: number): string => text('where_limited', `${days}`);
