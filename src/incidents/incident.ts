/** Something that happened to a platform and that a single invitation can still suffer from. */
export interface Incident {
  /** Also the variant of the rule's texts. */
  id: string;
  platform: string;
  /** Meetings made before this day (UTC) are affected, while they are still to come. */
  createdBefore: string;
  source: { title: string; date: string; url: string };
}
