import type { Wording } from './wording.ts';

export const en: Wording = {
  language: 'en',
  seen: {
    passcode: ['passcode', 'password', 'meeting password', 'meeting passcode'],
    phonePasscode: [],
    meetingNumber: ['meeting number (access code)', 'meeting number', 'meeting id', 'access code'],
    withheld: [
      'host will provide',
      'provided by the host',
      'separately',
      'separate e-mail',
      'separate email',
      'separate message',
    ],
    conferenceId: ['phone conference id', 'conference id'],
    phone: [
      'join by phone',
      'dial in by phone',
      'dial by your location',
      'one tap mobile',
      'tap to join from a mobile device',
      'or call in (audio only)',
      'or dial',
      'join from phone',
      'find a local number',
      'find your local number',
      'global call-in numbers',
      'more phone numbers',
    ],
    pin: ['pin'],
    invitation: [
      'join zoom meeting',
      'join my webex personal room meeting',
      'do not delete or change any of the following text',
      'join from a video system or application',
      'join with google meet',
      'microsoft teams meeting',
      'click here to join the meeting',
    ],
    topic: ['topic'],
    personalRoom: ['personal meeting room', 'personal room'],
  },
  recalled: {
    phonePasscode: [
      'phone password',
      'phone passcode',
      'video system password',
      'numeric password',
      'numeric passcode',
    ],
  },
};
