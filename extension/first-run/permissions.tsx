/** What In Camera can see, and why: drawn from the manifest, so that no permission is left out. */
import browser from 'webextension-polyfill';
import { hostOfPattern } from '../origins.ts';
import { text } from '../texts.ts';
import { manifestParts } from '../where/read.ts';
import { Hosts } from '../where/site-row.tsx';
import { number } from '../wording.ts';

/** A permission by the browsers' name, in the messages. Without an explanation it is named as it is; a test asks for one. */
export const permissionKey = (permission: string): string =>
  `first_run_permission_${permission.toLowerCase().replaceAll('.', '_')}`;

export function Permissions() {
  const { permissions = [] } = browser.runtime.getManifest();
  const { webmail, services } = manifestParts();
  return (
    <ul class="permissions">
      <HostGroup name="webmail" patterns={webmail} />
      <HostGroup name="services" patterns={services} />
      <li data-permission="optional">
        <b>{text('first_run_hosts_optional')}</b>
        <p>{text('first_run_hosts_optional_why')}</p>
      </li>
      {permissions.map((permission) => (
        <li key={permission} data-permission={permission}>
          <b>{text(permissionKey(permission)) || permission}</b>
          <p>{text(`${permissionKey(permission)}_why`)}</p>
        </li>
      ))}
    </ul>
  );
}

function HostGroup({ name, patterns }: { name: 'webmail' | 'services'; patterns: readonly string[] }) {
  const hosts = [...new Set(patterns.map(hostOfPattern))].sort();
  return (
    <li data-permission={name}>
      <b>{text(`first_run_hosts_${name}`)}</b>
      <p>{text(`first_run_hosts_${name}_why`)}</p>
      <details>
        <summary>{text('first_run_hosts_all', number(hosts.length))}</summary>
        <p class="soft">
          <Hosts of={hosts} />
        </p>
      </details>
    </li>
  );
}
