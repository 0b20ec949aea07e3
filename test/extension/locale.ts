/** What browser.i18n.getMessage answers, out of the real messages. */
import en from '../../extension/public/_locales/en/messages.json' with { type: 'json' };

const SAMPLES: Record<string, { message: string }> = {
  rule_sample_what: { message: 'This meeting has no passcode.' },
  rule_sample_why: { message: 'Anyone who has the number can join.' },
  rule_sample_next: { message: 'Ask the organiser for a passcode.' },
};

const messages: Record<string, { message: string }> = { ...en, ...SAMPLES };

export function getMessage(key: string, substitutions: string | string[] = []): string {
  const given = [substitutions].flat();
  const message = messages[key]?.message ?? '';
  return message.replace(/\$(\d)/g, (_, place) => given[Number(place) - 1] ?? '');
}
