/**
 * How many of a property's cases are tried. `npm test` tries a fifth of them, others each time, so that it stays short; the whole number
 * was the bar when the property was written, and `IN_CAMERA_ALL_CASES=1 npm run unit -- properties` tries it. `npm run fuzz` goes far beyond.
 */
const SHARE = process.env['IN_CAMERA_ALL_CASES'] === '1' ? 1 : 0.2;

export const casesOf = (all: number): number => all * SHARE;
