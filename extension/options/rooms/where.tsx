/** "Where I am checked": every site that In Camera reads or should read, what the browser allows, and what a person can change. */
import { useEffect, useRef } from 'preact/hooks';
import { READERS } from '../../content/readers/index.ts';
import { covers, hostOfPattern } from '../../origins.ts';
import { manifestPatterns } from '../../sites.ts';
import { text } from '../../texts.ts';
import { AddSite } from '../../where/add-site.tsx';
import { type Asking, useAsking } from '../../where/asking.ts';
import { useWhere } from '../../where/follow.ts';
import { PrivateWindows } from '../../where/private-windows.tsx';
import type { Where } from '../../where/read.ts';
import { Hosts, SiteButton, SiteRow, siteName } from '../../where/site-row.tsx';
import { limitedWords, Webmails } from '../../where/webmails.tsx';
import { number, webmailName } from '../../wording.ts';

export function Room() {
  const where = useWhere();
  const asking = useAsking();
  const top = useRef<HTMLParagraphElement>(null);
  // A button that did its work is gone, and the keyboard would begin at the top of the page again.
  useEffect(() => {
    if (where !== null && asking.said !== '' && document.activeElement === document.body)
      top.current?.focus();
  }, [where, asking.said]);
  return (
    <>
      <p>{text('where_intro')}</p>
      <p class="said" role="status" tabIndex={-1} ref={top}>
        {asking.said}
      </p>
      {where === 'failed' && <p class="trouble">{text('where_failed')}</p>}
      {where !== null && where !== 'failed' && <Groups where={where} asking={asking} />}
    </>
  );
}

interface GroupProps {
  where: Where;
  asking: Asking;
}

function Groups({ where, asking }: GroupProps) {
  return (
    <>
      <section data-group="webmail">
        <h3>{text('where_webmail')}</h3>
        <Webmails where={where} allow={asking.allow} />
        {where.limited === null && <p class="trouble">{text('where_limited_unknown')}</p>}
      </section>
      <section data-group="policy">
        <h3>{text('where_policy')}</h3>
        <PolicySites where={where} asking={asking} />
      </section>
      <section data-group="own">
        <h3>{text('where_own')}</h3>
        <OwnSites where={where} asking={asking} />
      </section>
      <section data-group="services">
        <h3>{text('where_services')}</h3>
        <Services where={where} asking={asking} />
      </section>
      <section data-group="private">
        <h3>{text('where_private')}</h3>
        <PrivateWindows allowed={where.inPrivateWindows} />
      </section>
      <section data-group="not">
        <h3>{text('where_not')}</h3>
        <p>{text('where_not_elsewhere')}</p>
        <p>{text('where_not_kept_out')}</p>
      </section>
    </>
  );
}

function PolicySites({ where: { policySites }, asking }: GroupProps) {
  if (policySites === null) return <p class="trouble">{text('where_policy_unknown')}</p>;
  if (policySites.length === 0) return <p>{text('where_policy_none')}</p>;
  return (
    <>
      <p>{text('where_policy_more')}</p>
      <ul class="sites">
        {policySites.map(({ pattern, state }) => (
          <SiteRow key={pattern} name={siteName(pattern)} state={state}>
            {state !== 'read' && (
              <SiteButton
                does="allow"
                name={siteName(pattern)}
                press={() => asking.allow([pattern], siteName(pattern))}
              />
            )}
          </SiteRow>
        ))}
      </ul>
    </>
  );
}

function OwnSites({ where, asking }: GroupProps) {
  function add(pattern: string): void {
    const known = [...manifestPatterns(), ...where.ownSites, ...readOfPolicy(where)];
    // What is withdrawn of the manifest's has a button of its own.
    if (known.some((one) => covers(one, pattern)))
      asking.say(text('where_add_known', hostOfPattern(pattern)));
    else asking.allow([pattern], hostOfPattern(pattern));
  }
  return (
    <>
      {where.ownSites.length === 0 ? (
        <p>{text('where_own_none')}</p>
      ) : (
        <ul class="sites">
          {where.ownSites.map((pattern) => (
            <SiteRow key={pattern} name={siteName(pattern)} state="read">
              <SiteButton
                does="remove"
                name={siteName(pattern)}
                press={() => asking.remove(pattern, siteName(pattern))}
              />
            </SiteRow>
          ))}
        </ul>
      )}
      <LimitedSelfHosted where={where} />
      <AddSite add={add} />
    </>
  );
}

const readOfPolicy = ({ policySites }: Where): string[] =>
  (policySites ?? []).filter(({ state }) => state === 'read').map(({ pattern }) => pattern);

/** Products that anybody may host: what is counted tells the product, not the site. */
function LimitedSelfHosted({ where: { limited } }: Pick<GroupProps, 'where'>) {
  const found = READERS.filter(({ id, hosts }) => hosts.length === 0 && (limited?.get(id) ?? 0) > 0);
  return found.map(({ id }) => (
    <p key={id} data-limited={id}>
      {webmailName(id)}: {limitedWords(limited?.get(id) ?? 0)}
    </p>
  ));
}

function Services({ where: { services }, asking }: GroupProps) {
  const hosts = [...new Set(services.all.map(hostOfPattern))].sort();
  const { missing } = services;
  return (
    <>
      <p>{text('where_services_more')}</p>
      {missing.length > 0 && (
        <div class="trouble" data-missing={missing.length}>
          <p>{text('where_services_missing', number(new Set(missing.map(hostOfPattern)).size))}</p>
          <SiteButton
            does="allow"
            name={text('where_services')}
            press={() => asking.allow(missing, text('where_services'))}
          />
        </div>
      )}
      <details>
        <summary>{text('where_services_all', number(hosts.length))}</summary>
        <p class="soft">
          <Hosts of={hosts} />
        </p>
      </details>
    </>
  );
}
