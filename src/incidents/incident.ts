/** Something that happened to a platform and that a single invitation can still suffer from. All conditions must hold. */
export interface Incident {
  /** Also the variant of the rule's texts. */
  id: string;
  platform: string;
  /** Meetings made before this day (UTC) are affected, while they are still to come. Null: no day ends it. */
  createdBefore: string | null;
  /** The meeting has nothing to type. */
  without?: 'passcode';
  /** The passcode in the text is six digits. */
  sixDigitPasscode?: true;
  personalRoom?: true;
  /** The link lets in without typing. */
  passcodeInLink?: true;
  /** The link names an account that is not among the policy's tenants; where the policy lists none, nobody's is. */
  foreignTenant?: true;
  /** The invitation gives a device code, or links to the page for one. */
  asksForDeviceCode?: true;
  source: { title: string; date: string; url: string };
}
