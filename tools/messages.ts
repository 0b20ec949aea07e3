/** The extension's English words, outside a browser. */
import messages from '../extension/public/_locales/en/messages.json' with { type: 'json' };
import type { Finding } from '../src/model.ts';
import { ownTextFor } from '../src/rules/own-text.ts';

/** An entry of messages.json (https://developer.chrome.com/docs/extensions/reference/api/i18n#messages-json). */
export interface Message {
  message: string;
  placeholders?: Readonly<Record<string, { content: string }>>;
}

const ENGLISH: Readonly<Record<string, Message>> = messages;

/**
 * Fills a message as Chrome's i18n.getMessage does: $NAME$ is that placeholder's content, $1 … $9 are the substitutions, and
 * "$$" is a dollar. What has no value is empty. Substitutions are taken as they are, dollars and all.
 */
export function format({ message, placeholders = {} }: Message, substitutions: readonly string[]): string {
  // Names are not case-sensitive; most write $NAME$ in the message and "name" in the list.
  const contents = new Map(
    Object.entries(placeholders).map(([name, { content }]) => [name.toLowerCase(), content]),
  );
  const numbered = (text: string): string =>
    text.replace(/\$(?:\$|([1-9]))/g, (_, number?: string) =>
      number === undefined ? '$' : (substitutions[Number(number) - 1] ?? ''),
    );
  return message.replace(/\$\$|\$([a-z_@][a-z0-9_@]*)\$|\$[1-9]/gi, (found, name?: string) =>
    name === undefined ? numbered(found) : numbered(contents.get(name.toLowerCase()) ?? ''),
  );
}

/** A message by its key, filled; empty if there is none, as browser.i18n.getMessage gives it. */
export function english(key: string, ...substitutions: string[]): string {
  const message = Object.hasOwn(ENGLISH, key) ? ENGLISH[key] : undefined;
  return message === undefined ? '' : format(message, substitutions);
}

/**
 * What a finding says is wrong, in one sentence: the organisation's own English wording, else the text of its variant, else the rule's.
 * The rule's id if it has no words at all.
 */
export function whatIsWrong(finding: Finding, words: Readonly<Record<string, Message>> = ENGLISH): string {
  const own = ownTextFor('en', finding.ownTexts);
  if (own !== null) return own;
  const key = `rule_${finding.rule.replaceAll('-', '_')}_what`;
  const variant = finding.variant === null ? key : `${key}_${finding.variant.replaceAll('-', '_')}`;
  const message = Object.hasOwn(words, variant) ? words[variant] : words[key];
  return message === undefined ? finding.rule : format(message, finding.substitutions);
}
