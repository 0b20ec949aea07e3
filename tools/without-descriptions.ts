import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { isRecord } from '../src/record.ts';

const MESSAGES = /\/_locales\/[^/]+\/messages\.json$/;

/** Leaves out of what is built what only translators read: the half of each language. */
export function withoutDescriptions(): Plugin {
  return {
    name: 'in-camera:without-descriptions',
    enforce: 'pre',
    transform(code, id) {
      return MESSAGES.test(id.split('?', 1)[0] ?? '') ? { code: stripped(code), map: null } : null;
    },
    // Those of the browser's own i18n are copied as they stand.
    writeBundle({ dir = '' }) {
      const locales = join(dir, '_locales');
      for (const language of languagesIn(locales)) {
        const path = join(locales, language, 'messages.json');
        writeFileSync(path, stripped(readFileSync(path, 'utf8')));
      }
    },
  };
}

/** The content scripts' own builds write no locales. */
function languagesIn(locales: string): string[] {
  try {
    return readdirSync(locales);
  } catch {
    return [];
  }
}

function stripped(json: string): string {
  const messages: unknown = JSON.parse(json);
  const entries = Object.entries(isRecord(messages) ? messages : {}).map(([key, entry]) => {
    const { description: _, ...rest } = isRecord(entry) ? entry : {};
    return [key, rest] as const;
  });
  return JSON.stringify(Object.fromEntries(entries));
}
