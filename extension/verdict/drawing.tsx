import { POPUP_SIGNS, type PopupSign } from './signs.ts';

export function Drawing({ sign }: { sign: PopupSign }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={POPUP_SIGNS[sign]} />
    </svg>
  );
}
