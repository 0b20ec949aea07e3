/** The names of platforms in the extension's messages: the same in every language, so they are written once, in src/platforms. */
import { PLATFORMS } from '../src/platforms/index.ts';

const DESCRIPTION = 'Name of a meeting service. Not translated. Made by npm run generate.';

/** A locale's messages with a `platform_<id>` for every platform and none for others, sorted by key. */
export function withPlatformNames(messages: Readonly<Record<string, object>>): Record<string, object> {
  const others = Object.entries(messages).filter(([key]) => !key.startsWith('platform_'));
  const names = PLATFORMS.map(({ id, name }): [string, object] => [
    `platform_${id.replaceAll('-', '_')}`,
    // A dollar would begin a placeholder.
    { message: name.replaceAll('$', '$$$$'), description: DESCRIPTION },
  ]);
  return Object.fromEntries(
    [...others, ...names].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  );
}
