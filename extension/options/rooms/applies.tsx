import { text } from '../../texts.ts';

export function Room() {
  return <p>{text('options_applies')}</p>;
}
