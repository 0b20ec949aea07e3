/**
 * What Chromium asks of its autofill server: a hash of every field that it sees on a page, also of those in closed shadow roots. A field of
 * ours on a page would so be told to that server. Format: AutofillPageQueryRequest, components/autofill/core/browser/proto/server.proto.
 */
import { createHash } from 'node:crypto';

const QUERY = /^https:\/\/content-autofill\.googleapis\.com\/v1\/pages\/([^/?]+)/;
const [FORMS, FIELDS, SIGNATURE] = [2, 2, 1];

/** Hashes of all fields in these requests, as eight hexadecimal digits. */
export function fieldsAskedFor(requests: readonly string[]): string[] {
  const queries = requests.flatMap((request) => QUERY.exec(request)?.[1] ?? []);
  const fields = queries
    .flatMap((query) => inside(Buffer.from(query, 'base64url'), FORMS))
    .flatMap((form) => inside(form, FIELDS))
    .flatMap((field) => inside(field, SIGNATURE));
  return [...new Set(fields.map((bytes) => Buffer.from(bytes).reverse().toString('hex')))];
}

/** The hashes of the fields of a page that has no scripts: SHA-1 of name and kind, its first four bytes (components/autofill/core/common/signatures.cc). */
export const fieldsIn = (html: string): string[] =>
  Array.from(html.matchAll(/<(input|textarea|select)\b([^>]*)>/g), ([, tag = '', attributes = '']) => {
    const value = (name: string): string | undefined =>
      new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s"]+))`)
        .exec(attributes)
        ?.slice(1)
        .find((one) => one !== undefined);
    const kind = tag === 'textarea' ? tag : tag === 'select' ? 'select-one' : (value('type') ?? 'text');
    const text = `${value('name') ?? value('id') ?? ''}&${kind}`;
    return createHash('sha1').update(text).digest('hex').slice(0, 8);
  });

/** The values of one field of a Protocol Buffers message (protobuf.dev, "Encoding"). */
function inside(message: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = number();
    const kind = tag & 7;
    const size = kind === 2 ? number() : kind === 1 ? 8 : kind === 5 ? 4 : 0;
    if (kind === 0) number();
    else if (tag >> 3 === wanted) found.push(message.subarray(at, at + size));
    at += size;
  }
  return found;
}
