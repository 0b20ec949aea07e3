/** A policy's days count whole, and in UTC, also where one names a time without its zone. NaN for what is no day: it never compares. */

export function firstMoment(day: string): number {
  return Date.parse(day.includes('T') && !day.endsWith('Z') ? `${day}Z` : day);
}

/** Of a time of day that moment itself. */
export function lastMoment(day: string): number {
  return day.includes('T') ? firstMoment(day) : Date.parse(`${day}T23:59:59.999Z`);
}
