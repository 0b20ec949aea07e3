import type { Webmail } from './webmail.ts';

/**
 * SOGo 3 to 5 (facts/webmail-dom.md section 5; Alinto/sogo, UI/Templates/). AngularJS keeps in the page what each part is bound to;
 * those names are no labels and are not translated.
 */
export const sogo: Webmail = {
  id: 'sogo',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: [],
  signs: [
    // UIxPageFrame.wox.
    'head > meta[name="description"][content="SOGo Web Interface"]',
    'body[ng-app^="SOGo."]',
    'head > link[href*="/SOGo.woa/"]',
  ],
  surfaces: [
    {
      surface: 'mail-read',
      // MailerUI/UIxMailViewTemplate.wox; an invitation's card lies inside.
      scope: ['md-card:has(.msg-body)', 'md-card:has(.mailer_mailcontent)'],
      title: ['[ng-bind$="message.subject"]', 'h5.sg-md-headline'],
      // All parts, the invitation's card among them, but no files.
      body: ['.mailer_mailcontent:not([class*="msg-attachment"])', '.msg-body', '.mailer_htmlcontent'],
      sender: ['[ng-bind$="message.from[0].email"]', 'sg-avatar-image + div > a.md-caption'],
      people: ['.msg-recipients'],
      attachments: ['[class*="msg-attachment"]'],
    },
    {
      surface: 'event-write',
      // SchedulerUI/UIxAppointmentEditorTemplate.wox.
      scope: ['form[name="eventForm"]', 'form:has([ng-model$="component.summary"])'],
      title: ['[ng-model$="component.summary"]', '.md-title'],
      body: ['[ng-model$="component.comment"]', 'textarea'],
      // A button fills the place with a Jitsi address; more addresses may be attached.
      location: ['[ng-model$="component.location"]', '[ng-model="attach.value"]'],
      people: ['[ng-model$="component.attendees"]', '.attendees-chips'],
      // These show once it repeats.
      recurring: ['[ng-model$="repeat.end"]', '[ng-show*="repeat.frequency != "]'],
      private: ['[aria-checked="true"]:is([value="private"], [value="confidential"])'],
      public: ['[aria-checked="true"][value="public"]'],
      send: ['[type="submit"]', 'md-dialog-actions .md-primary'],
    },
    {
      surface: 'event-read',
      // SchedulerUI/UIxAppointmentViewTemplate.wox.
      scope: ['md-dialog:has([ng-bind$="component.summary"])'],
      title: ['[ng-bind$="component.summary"]', '.sg-md-title'],
      // Without a description, all rows.
      body: ['[ng-bind-html*="component.comment"]', 'md-dialog-content'],
      location: ['[ng-bind$="component.location"]', '[ng-bind$="url.value"]'],
      sender: ['[ng-model$="editor.organizer"]'],
      people: ['[ng-model$="component.attendees"]'],
      recurring: ['[ng-bind*="repeatDescription"]'],
      // Only for private and confidential ones, by their icon.
      private: ['[ng-if*="classification =="]'],
    },
  ],
};
