/** What a mail's header tells beside subject and date: its labels and its people. */
import type { Address, Email } from 'postal-mime';
import type { Label, Person } from '../model.ts';
import { MAX_ADDRESS, MAX_ATTENDEES, MAX_NAME } from './bound.ts';
import { CARRIERS, MAX_LABEL, MAX_LABELS } from './label-headers.ts';

export function labelsOf({ headers }: Email): Label[] {
  return headers
    .flatMap(({ key, value }): Label[] => {
      const carrier = CARRIERS.get(key);
      return carrier === undefined ? [] : [{ carrier, text: value.slice(0, MAX_LABEL) }];
    })
    .slice(0, MAX_LABELS);
}

export function senderOf({ from }: Email): Person | null {
  return from === undefined ? null : (peopleIn([from])[0] ?? null);
}

/** To and Cc; those of a group ("Staff: jan@…, …;") one by one. */
export function recipientsOf({ to = [], cc = [] }: Email): Person[] {
  return peopleIn([...to, ...cc]).slice(0, MAX_ATTENDEES);
}

function peopleIn(addresses: readonly Address[]): Person[] {
  return addresses.flatMap((one) => {
    if (one.group !== undefined) return peopleIn(one.group);
    const address = (one.address ?? '').trim().toLowerCase();
    return address.length > MAX_ADDRESS || address === ''
      ? []
      : [{ name: (one.name ?? '').slice(0, MAX_NAME), address }];
  });
}
