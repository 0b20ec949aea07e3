import type { OwnText } from '../model.ts';

/** Of an organisation's texts the one for a language (BCP 47): the same tag, else the same language; null when there is none. */
export function ownTextFor(language: string, texts: readonly OwnText[]): string | null {
  const wanted = language.toLowerCase().replace('_', '-');
  const primary = (tag: string): string => tag.split('-', 1)[0] ?? tag;
  const found =
    texts.find((one) => one.language === wanted) ??
    texts.find((one) => one.language === primary(wanted)) ??
    texts.find((one) => primary(one.language) === primary(wanted));
  return found?.text ?? null;
}
