/**
 * What Mozilla's linter says of the Firefox build and we leave as it is, each with the reason. test/built/lint.test.ts holds the linter's
 * words against this list: a remark that is not here fails, and so does one here that the linter no longer makes.
 */
export interface LintRemark {
  /** As https://mozilla.github.io/addons-linter/ names it. */
  code: string;
  /** The file it is about, without the hash in its name. */
  file: RegExp;
  why: string;
}

export const LINT_REMARKS: readonly LintRemark[] = [
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    why:
      'Firefox for Android knows data_collection_permissions from 142 on, and we ask for 140. We do not offer In Camera for Android ' +
      '(there is no gecko_android), and 140 is the oldest extended support release, which administrations run.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^assets\/popup-and-pages-/,
    why:
      "Preact's own code for dangerouslySetInnerHTML. Nothing of ours uses that: test/built/lint.test.ts looks for it in extension/, " +
      'and for every other way to make markup of text.',
  },
];
