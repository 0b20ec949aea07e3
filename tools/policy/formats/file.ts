/** A file that an export writes. */
export interface PolicyFile {
  /** Relative, with "/" between folders. */
  name: string;
  /** With its byte order mark, where the format wants one. */
  text: string;
  /** UTF-8 when absent. */
  encoding?: 'utf-16le';
}

/** What to write to disk. */
export function bytesOf({ text, encoding }: PolicyFile): Uint8Array {
  return Buffer.from(text, encoding ?? 'utf8');
}
