import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6 [S]: a huddle is named by its workspace and its channel.

const WORKSPACE = /^[TE][A-Z\d]{2,20}$/;
const CHANNEL = /^[CDG][A-Z\d]{2,20}$/;

function recognise(url: URL): JoinLink | null {
  const [word, workspace = '', channel = '', more] = segments(url);
  if (word !== 'huddle' || more !== undefined || !WORKSPACE.test(workspace) || !CHANNEL.test(channel))
    return null;
  return {
    key: `channel:${workspace}/${channel}`,
    tenant: workspace,
    id: channel,
    // The link is the channel's and stays; section 1 does not count it among the permanent rooms.
    room: 'unknown',
    opensWithoutTyping: false,
  };
}

export const slack: Platform = {
  id: 'slack',
  name: 'Slack',
  hosts: ['slack.com', '*.slack.com'],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://app.slack.com/huddle/T01ABCDEFGH/C02ABCDEFGH',
      id: 'C02ABCDEFGH',
      tenant: 'T01ABCDEFGH',
      room: 'unknown',
    },
    { link: 'https://app.slack.com/huddle/T01ABCDEFGH/D02ABCDEFGH?open=start' },
    { link: 'https://examplestad.slack.com/huddle/T01ABCDEFGH/C02ABCDEFGH' },
  ],
  counterexamples: [
    { link: 'https://examplestad.slack.com/archives/C02ABCDEFGH/p1700000000000000', why: 'a message' },
    { link: 'https://app.slack.com/client/T01ABCDEFGH/C02ABCDEFGH', why: 'a channel' },
    { link: 'https://app.slack.com/huddle/T01ABCDEFGH', why: 'no channel is named' },
    {
      link: 'https://join.slack.com/t/examplestad/shared_invite/zt-abc',
      why: 'an invitation to a workspace',
    },
    { link: 'https://slack.com/help/articles/4402059015315', why: 'help' },
    { link: 'https://slack.com/features/huddles', why: 'the product’s page' },
  ],
};
