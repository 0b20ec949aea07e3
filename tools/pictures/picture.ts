/** What a surface brings to the contact sheet. */
import type { Look } from './looks.ts';
import type { Stage } from './stage.ts';

/** Where the invitations of a surface are. */
export interface Places {
  /** The demonstration's webmail, without a slash at the end. */
  webmail: string;
  /** The pages of pages.ts, likewise. */
  pages: string;
}

export interface Scene {
  /** Of its file, and its caption: "warn, opened". */
  name: string;
  /** `all`: in every language and theme; `english`: what differs by severity alone. */
  looks: 'all' | 'english';
  /** What is in force, as an administrator writes it; {} for none. Scenes with the same one stand side by side. */
  policy: unknown;
  /** Takes the picture. What it gives back is told below it. */
  take(stage: Stage, places: Places, path: string): Promise<string | undefined>;
}

export interface Surface {
  id: string;
  title: string;
  scenes: readonly Scene[];
}

export interface Picture {
  surface: string;
  scene: string;
  look: Look;
  /** From the folder of all pictures. */
  file: string;
  /** In pixels. */
  width: number;
  /** What is told below it beside its name. */
  told: string;
}
