import { open } from 'node:fs/promises';

/** Where a PNG tells its width: the first number of its first chunk (PNG specification, 5.2 and 11.2.1, https://www.w3.org/TR/png-3/). */
const AT = 16;

export async function widthOf(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, AT);
    return buffer.readUInt32BE();
  } finally {
    await file.close();
  }
}
