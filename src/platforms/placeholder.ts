import { decodedOnce } from '../links/parameters.ts';
import type { JoinLink } from './platform.ts';

/** Names that documentation puts where a meeting's own would stand. */
const NAMES =
  /^(?:your[_-]?(?:own[_-]?)?(?:meeting|room|personal|team|company|user)?[_-]?(?:name|room|meeting|id|site)|(?:user|room|meeting|conference|personal)[_-]?(?:name|id)|meeting[_-]?(?:number|code))$/i;

/** `{room}`, `${room}`, `<room>`, `[room]`, `$ROOM`, `%s`: what stands for a name in programs and forms. */
const MARKED = /\{[^{}]{0,60}\}|<[^<>]{0,60}>|^\[[^[\]]{0,60}\]$|^\$\w{1,60}$|^%[a-z]$|^%\w{2,60}%$/i;

/** Documentation shows what a link looks like: "meet.jit.si/{room}", "meet.google.com/xxx-xxxx-xxx", "zoom.us/j/0000000000". */
export function isPlaceholder({ id }: JoinLink): boolean {
  if (id === null) return false;
  const name = decodedOnce(id.slice(0, 200));
  return MARKED.test(name) || isOneCharacter(name) || NAMES.test(name);
}

/** "xxx-xxxx-xxx", "0000000000". */
function isOneCharacter(name: string): boolean {
  const letters = name.replace(/[-_.]/g, '').toLowerCase();
  return letters.length >= 6 && letters === letters.charAt(0).repeat(letters.length);
}
