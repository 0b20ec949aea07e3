/** Hashes that nobody can look anything up by who has not both the salt, which is random and of this installation alone, and the words. */

const SALT_BYTES = 32;
/** As newSalt makes them. */
export const SALT = /^[0-9a-f]{64}$/;

export const newSalt = (): string => hex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));

/** SHA-256, in hexadecimal. */
export async function saltedHash(salt: string, words: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt} ${words}`);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
