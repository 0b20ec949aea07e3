/** A certificate that signs itself, for a server of a test. Node makes keys and signatures, but no certificates. */
import { generateKeyPairSync, sign } from 'node:crypto';

interface Certificate {
  /** Both PEM. */
  key: string;
  cert: string;
}

/**
 * For no name in particular: the browser must be told to take any. An X.509 certificate of version 1 (RFC 5280, section 4.1), which is
 * the one without extensions.
 */
export function selfSigned(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(COMMON_NAME, der(UTF8_STRING, Buffer.from('In Camera test')))));
  const validity = sequence(
    der(UTC_TIME, Buffer.from('250101000000Z')),
    der(UTC_TIME, Buffer.from('491231000000Z')),
  );
  const serial = der(INTEGER, Buffer.from([1]));
  const toSign = sequence(
    serial,
    ECDSA_SHA256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.concat([NO_UNUSED_BITS, sign('sha256', toSign, privateKey)]);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(sequence(toSign, ECDSA_SHA256, der(BIT_STRING, signature))),
  };
}

const [INTEGER, BIT_STRING, OBJECT_ID, UTF8_STRING, UTC_TIME, SEQUENCE, SET] = [2, 3, 6, 12, 23, 0x30, 0x31];
const NO_UNUSED_BITS = Buffer.from([0]);

/** Tag, length, contents (ITU-T X.690, section 8.1). */
function der(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
const sequence = (...parts: Buffer[]): Buffer => der(SEQUENCE, Buffer.concat(parts));
const set = (...parts: Buffer[]): Buffer => der(SET, Buffer.concat(parts));

/** 1.2.840.10045.4.3.2 (RFC 5758, section 3.2), and 2.5.4.3 (RFC 5280, appendix A.1). */
const ECDSA_SHA256 = sequence(der(OBJECT_ID, Buffer.from('2a8648ce3d040302', 'hex')));
const COMMON_NAME = der(OBJECT_ID, Buffer.from('550403', 'hex'));

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replaceAll(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
