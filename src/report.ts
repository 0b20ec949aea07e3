/** A review as one object for programs: `npm run check` prints it, and the room “Check an invitation” exports it. */
import type { Finding, Meeting, PolicyFault, Review } from './model.ts';

/** What a review leaves to a language. */
export interface ReportWords {
  /** One plain sentence: what is wrong. */
  finding(finding: Finding, review: Review): string;
  fault(fault: PolicyFault): string;
}

/** The contract's object (docs: "The command line check"): these keys, in this order. */
export function reportOf(file: string, review: Review, words: ReportWords) {
  const { meetings, suspicious, marking, findings, unknown, policy } = review;
  return {
    file,
    meetings: meetings.map(reportMeeting),
    suspicious: suspicious.map(({ url, why }) => ({ url, why })),
    marking:
      marking === null
        ? null
        : {
            scheme: marking.scheme,
            level: marking.level,
            rank: marking.rank,
            foundIn: marking.foundIn,
            text: marking.text,
          },
    findings: findings.map((finding) => ({
      rule: finding.rule,
      level: finding.level,
      meeting: finding.meeting,
      message: words.finding(finding, review),
    })),
    unknown,
    policy: {
      source: policy.source,
      version: policy.version,
      errors: policy.faults.map(words.fault),
    },
  };
}

function reportMeeting(meeting: Meeting) {
  const { platform, url, host, tenant, id, room, passcode, dialIn, wrappedBy } = meeting;
  return {
    platform,
    url,
    host,
    tenant,
    id,
    room,
    passcode: { state: passcode.state },
    dialIn: { state: dialIn.state },
    wrappedBy,
  };
}
