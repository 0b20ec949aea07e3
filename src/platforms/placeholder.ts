import { decodedOnce } from '../links/parameters.ts';
import type { JoinLink } from './platform.ts';

/** Names that documentation puts where a meeting's own would stand. */
const NAMES =
  /^(?:your?[\w-]*(?:name|room|meeting|id|site)|(?:user|room|meeting|conference|personal)[_-]?(?:name|id)|meeting[_-]?(?:number|code)|\w*<\w*>\w*)$/i;

/** Documentation shows what a link looks like: "meet.jit.si/{room}", "meet.google.com/xxx-xxxx-xxx", "zoom.us/j/0000000000". */
export function isPlaceholder({ id }: JoinLink): boolean {
  if (id === null) return false;
  const name = decodedOnce(id.slice(0, 200));
  return /[{}[\]<>$%|]/.test(name) || isOneCharacter(name) || NAMES.test(name);
}

/** "xxx-xxxx-xxx", "0000000000". */
function isOneCharacter(name: string): boolean {
  const letters = name.replace(/[-_.]/g, '').toLowerCase();
  return letters.length >= 6 && letters === letters.charAt(0).repeat(letters.length);
}
