import type { Webmail } from './webmail.ts';

/**
 * Fastmail, reading (facts/webmail-dom.md section 5, grade B; the host is recalled). Of senders, of writing and of its calendar nothing is
 * known: generic reading has them. Its class names are its own framework's, not hashed.
 */
export const fastmail: Webmail = {
  id: 'fastmail',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: ['app.fastmail.com'],
  signs: [],
  surfaces: [
    {
      surface: 'mail-read',
      // Closed messages of a thread have no body.
      scope: ['.v-Message:has(.v-Message-body)', '.v-Message:has(.u-containSelection)'],
      title: ['.v-Thread-title h1', '.v-Thread-title', '.v-Thread h1'],
      body: ['.v-Message-body', '.u-containSelection'],
    },
  ],
};
