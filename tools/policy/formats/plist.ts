/** Apple property lists and configuration profiles. */
import { createHash } from 'node:crypto';
import { isRecord } from '../../../src/record.ts';
import { xmlText } from './xml.ts';

/** Settings of one application, by its preference domain. */
export interface ManagedPreferences {
  /** For people, for example "Google Chrome". */
  title: string;
  domain: string;
  settings: Record<string, unknown>;
}

/**
 * A .mobileconfig that manages preferences. All of them go through com.apple.ManagedClient.preferences, because Firefox' settings "must be
 * nested in mcx_preference_settings" (mozilla/policy-templates, mac/README.md) and because then no key of the payload itself gets
 * among an application's settings.
 */
export function configurationProfile(
  identifier: string,
  title: string,
  description: string,
  all: readonly ManagedPreferences[],
): string {
  const payloads = all.map(({ title: browser, domain, settings }) => ({
    PayloadType: 'com.apple.ManagedClient.preferences',
    PayloadVersion: 1,
    PayloadIdentifier: `${identifier}.${domain}`,
    PayloadUUID: uuidOf(`${domain}\n${JSON.stringify(settings)}`),
    PayloadDisplayName: `${title}: ${browser}`,
    PayloadEnabled: true,
    PayloadContent: { [domain]: { Forced: [{ mcx_preference_settings: settings }] } },
  }));
  return plist({
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuidOf(`${identifier}\n${JSON.stringify(payloads)}`),
    PayloadDisplayName: title,
    PayloadDescription: description,
    PayloadScope: 'System',
    PayloadContent: payloads,
  });
}

/** From the content, not by chance: the same policy gives the same bytes, and a changed one another UUID. Form: RFC 9562, version 5. */
function uuidOf(content: string): string {
  const bytes = createHash('sha1').update(content.toWellFormed()).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(bytes.toString('hex').toUpperCase()) ?? [];
  return parts.slice(1).join('-');
}

function plist(value: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${element(value, '').join('\n')}
</plist>
`;
}

/** Lines. A property list has no word for null: such a value is left out, as Chrome's schema would leave it out. */
function element(value: unknown, indent: string): string[] {
  if (typeof value === 'boolean') return [`${indent}<${value}/>`];
  if (typeof value === 'number') return [`${indent}${number(value)}`];
  if (typeof value === 'string') return [`${indent}<string>${xmlText(value)}</string>`];
  const inside = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.flatMap((one) => element(one, inside));
    return items.length === 0 ? [`${indent}<array/>`] : [`${indent}<array>`, ...items, `${indent}</array>`];
  }
  if (!isRecord(value)) return [];
  const entries = Object.entries(value).flatMap(([key, one]) => {
    const lines = element(one, inside);
    return lines.length === 0 ? [] : [`${inside}<key>${xmlText(key)}</key>`, ...lines];
  });
  return entries.length === 0 ? [`${indent}<dict/>`] : [`${indent}<dict>`, ...entries, `${indent}</dict>`];
}

function number(value: number): string {
  return Number.isSafeInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`;
}
