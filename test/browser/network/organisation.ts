/** The policy that the session runs under. */
/** With everything in it that has an address, and a hold of either kind. */
export const POLICY = {
  policyVersion: 'network',
  organisation: {
    name: 'Gemeente Voorbeeldstad',
    contact: 'mailto:security@example.gov',
    helpUrl: 'https://help.example.gov/meetings',
    mailDomains: ['example.gov'],
  },
  schemes: ['nl-virbi'],
  rules: [
    { rule: 'no-passcode', level: 'justify' },
    { rule: 'platform-not-allowed', level: 'block' },
  ],
  platforms: [{ platform: 'webex', use: 'forbidden', alternative: 'Use https://meet.example.gov/ instead.' }],
  incidents: [
    {
      id: 'own-1',
      platform: 'zoom',
      text: 'Numbers of meetings were published.',
      action: 'Make a new invitation.',
      source: 'https://incidents.example.gov/1',
    },
  ],
  sites: ['https://mail.example.gov'],
  texts: [{ rule: 'personal-room', language: 'en', text: 'Read https://help.example.gov/rooms first.' }],
};
