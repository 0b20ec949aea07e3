import type { PolicyFile } from '../formats/file.ts';

/** One way to bring a policy to browsers. */
export interface PolicyExport {
  /** As written after `--to`. */
  id: string;
  title: string;
  /** Which browsers and systems, and where the files go; one or a few sentences. */
  for: string;
  /**
   * The files. `policy` is the JSON object as the administrator wrote it: every key is kept, in order, faulty ones too, so that the
   * browser and the extension say what is wrong. The same policy gives the same bytes.
   */
  files(policy: Record<string, unknown>): readonly PolicyFile[];
}
