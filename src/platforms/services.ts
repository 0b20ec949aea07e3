import type { Platform } from './platform.ts';
import { platformOf, type Service } from './service.ts';

/**
 * The further services of facts/meeting-links.md section 7 [S, MeetingBar's list]. That list takes whole sites; here a row names
 * the shapes that a room has, so that the same site's price list or blog is no meeting. What a comment adds to the facts is
 * recalled [R], and only widens what is found: no warning rests on it. Order: as in the facts.
 */
const SERVICES: readonly Service[] = [
  {
    id: 'hangouts',
    name: 'Google Hangouts',
    hosts: ['hangouts.google.com'],
    links: ['/call|video/<name>', '/hangouts/_/<name>/**'],
    examples: [
      { link: 'https://hangouts.google.com/call/AbCdEfGhIjKlMnOp', id: 'AbCdEfGhIjKlMnOp' },
      { link: 'https://hangouts.google.com/hangouts/_/example.org/staf-overleg?hl=nl', id: 'staf-overleg' },
    ],
    counterexamples: [
      { link: 'https://hangouts.google.com/', why: 'the start page' },
      { link: 'https://hangouts.google.com/webchat/start', why: 'the chat program' },
      { link: 'https://hangouts.google.com/hangouts/_/', why: 'no room is named' },
    ],
  },
  {
    id: 'duo',
    name: 'Google Duo',
    hosts: ['duo.app.goo.gl'],
    links: ['/<token>'],
    examples: [{ link: 'https://duo.app.goo.gl/AbCdEf123456', id: 'AbCdEf123456' }],
    counterexamples: [
      { link: 'https://duo.app.goo.gl/', why: 'nothing is named' },
      { link: 'https://duo.google.com/about/', why: 'the product’s page' },
    ],
  },
  {
    id: 'join-me',
    name: 'join.me',
    hosts: ['join.me', 'www.join.me'],
    links: ['/<dashed>', '/<name>'],
    pages: [
      'android',
      'conference-calling',
      'free-conference-call',
      'gotomeeting',
      'ipad',
      'iphone',
      'meetings',
      'online-meetings',
      'remote-access',
      'screen-sharing',
      'screensharing',
      'video-conference',
      'video-conferencing',
      'web-conferencing',
    ],
    examples: [
      { link: 'https://join.me/123-456-789', id: '123-456-789', room: 'unknown' },
      { link: 'https://join.me/jan.devries', id: 'jan.devries' },
      { link: 'https://www.join.me/examplestad', id: 'examplestad' },
    ],
    counterexamples: [
      { link: 'https://www.join.me/', why: 'the start page' },
      { link: 'https://www.join.me/pricing', why: 'the prices' },
      { link: 'https://www.join.me/sign-in', why: 'the sign-in' },
      { link: 'https://join.me/features/screen-sharing', why: 'the product’s page' },
      { link: 'https://help.join.me/s/article/join', why: 'help' },
    ],
  },
  {
    id: 'blizz',
    name: 'Blizz',
    hosts: ['go.blizz.com'],
    links: ['/<name>/**'],
    examples: [
      { link: 'https://go.blizz.com/join/m12-345-678', id: 'm12-345-678' },
      { link: 'https://go.blizz.com/m12345678', id: 'm12345678' },
    ],
    counterexamples: [
      { link: 'https://go.blizz.com/', why: 'the start page' },
      { link: 'https://go.blizz.com/download', why: 'the download' },
      { link: 'https://www.blizz.com/en/features/', why: 'the product’s page' },
    ],
  },
  {
    id: 'teamviewer',
    name: 'TeamViewer Meeting',
    hosts: ['go.teamviewer.com'],
    links: ['/<name>/**'],
    examples: [
      { link: 'https://go.teamviewer.com/v15/m12345678', id: 'm12345678' },
      { link: 'https://go.teamviewer.com/v15/en/meeting/m12-345-678', id: 'm12-345-678' },
    ],
    counterexamples: [
      { link: 'https://go.teamviewer.com/', why: 'the start page' },
      { link: 'https://go.teamviewer.com/downloads/', why: 'the download' },
      { link: 'https://www.teamviewer.com/en/products/meeting/', why: 'the product’s page' },
    ],
  },
  {
    id: 'vsee',
    name: 'VSee',
    hosts: ['vsee.com', 'www.vsee.com'],
    // The site's pages stand at the top level, so that a bare name counts only when it is no word.
    links: ['/c|u|room|join|meeting/<name>', '/<mixed>'],
    examples: [
      { link: 'https://vsee.com/c/examplestad-spreekuur', id: 'examplestad-spreekuur' },
      { link: 'https://vsee.com/a1b2c3d4', id: 'a1b2c3d4' },
    ],
    counterexamples: [
      { link: 'https://vsee.com/', why: 'the start page' },
      { link: 'https://vsee.com/telehealth', why: 'the product’s page' },
      { link: 'https://vsee.com/blog/what-is-telemedicine/', why: 'a blog' },
      { link: 'https://vsee.com/virtual-care-2024-report', why: 'a report' },
    ],
  },
  {
    id: 'voov',
    name: 'VooV Meeting',
    // Tencent Meeting is the same service for China.
    hosts: ['voovmeeting.com', 'www.voovmeeting.com', 'meeting.tencent.com'],
    links: ['/dm|p|s|r|j/<token>', '/<digits>'],
    examples: [
      { link: 'https://voovmeeting.com/dm/AbCdEf123456', id: 'AbCdEf123456' },
      { link: 'https://www.voovmeeting.com/p/1234567890', id: '1234567890' },
      { link: 'https://meeting.tencent.com/dm/AbCdEf123456' },
    ],
    counterexamples: [
      { link: 'https://voovmeeting.com/', why: 'the start page' },
      { link: 'https://voovmeeting.com/download-center.html', why: 'the download' },
      { link: 'https://meeting.tencent.com/support/topic/123', why: 'help' },
    ],
  },
  {
    id: 'workplace',
    name: 'Workplace',
    hosts: ['workplace.com', '*.workplace.com'],
    customersOf: ['workplace.com'],
    links: ['/groupcall/<name>'],
    examples: [
      {
        link: 'https://examplestad.workplace.com/groupcall/LINK:AbCdEf123456/',
        id: 'LINK:AbCdEf123456',
        tenant: 'examplestad',
      },
      { link: 'https://www.workplace.com/groupcall/LINK:AbCdEf123456', tenant: null },
    ],
    counterexamples: [
      { link: 'https://www.workplace.com/workplace', why: 'the product’s page' },
      { link: 'https://examplestad.workplace.com/groups/123456789', why: 'a group’s page' },
      { link: 'https://www.workplace.com/groupcall/', why: 'no call is named' },
    ],
  },
  {
    id: 'vonage',
    name: 'Vonage Meetings',
    hosts: ['meetings.vonage.com'],
    links: ['/<digits>', '/?room_token=<digits>'],
    // Vonage's own description of its interface calls this link the host's.
    hostKey: 'participant_token',
    examples: [
      { link: 'https://meetings.vonage.com/123456789', id: '123456789' },
      {
        link: 'https://meetings.vonage.com/?room_token=123456789&participant_token=eyJhbGci',
        id: '123456789',
        personalLink: 'host',
      },
    ],
    counterexamples: [
      { link: 'https://meetings.vonage.com/', why: 'the start page' },
      { link: 'https://meetings.vonage.com/download', why: 'the download' },
      { link: 'https://www.vonage.com/unified-communications/features/video-conferencing/', why: 'its page' },
    ],
  },
  {
    id: 'zhumu',
    name: 'Zhumu',
    hosts: ['welink.zhumu.com'],
    links: ['/j/<digits>', '/wc/join/<digits>'],
    keys: ['pwd', 'wpk'],
    examples: [
      { link: 'https://welink.zhumu.com/j/1234567890', id: '1234567890', opensWithoutTyping: false },
      { link: 'https://welink.zhumu.com/j/1234567890?pwd=AbCd1234', opensWithoutTyping: true },
      { link: 'https://welink.zhumu.com/wc/join/1234567890?wpk=AbCd1234', opensWithoutTyping: true },
    ],
    counterexamples: [
      { link: 'https://welink.zhumu.com/download', why: 'the download' },
      { link: 'https://welink.zhumu.com/j/', why: 'no meeting is named' },
    ],
  },
  {
    id: 'lark',
    name: 'Lark Meetings',
    hosts: ['vc.larksuite.com'],
    links: ['/j/<digits>'],
    examples: [{ link: 'https://vc.larksuite.com/j/123456789', id: '123456789' }],
    counterexamples: [
      { link: 'https://vc.larksuite.com/', why: 'the start page' },
      { link: 'https://www.larksuite.com/en_us/product/video', why: 'the product’s page' },
      { link: 'https://examplestad.larksuite.com/docs/doccnAbCd', why: 'a document' },
    ],
  },
  {
    id: 'feishu',
    name: 'Feishu Meetings',
    hosts: ['vc.feishu.cn'],
    links: ['/j/<digits>'],
    examples: [{ link: 'https://vc.feishu.cn/j/123456789', id: '123456789' }],
    counterexamples: [
      { link: 'https://vc.feishu.cn/', why: 'the start page' },
      { link: 'https://www.feishu.cn/product/video', why: 'the product’s page' },
    ],
  },
  {
    id: 'zoho-cliq',
    name: 'Zoho Cliq',
    // The facts name cliq.zoho.eu; the others are Zoho's data centres.
    hosts: [
      'cliq.zoho.eu',
      'cliq.zoho.com',
      'cliq.zoho.in',
      'cliq.zoho.jp',
      'cliq.zoho.com.au',
      'cliq.zoho.com.cn',
    ],
    links: ['/meetings/<token>/**'],
    examples: [
      { link: 'https://cliq.zoho.eu/meetings/abcdef12345', id: 'abcdef12345' },
      { link: 'https://cliq.zoho.com/meetings/abcdef12345' },
    ],
    counterexamples: [
      { link: 'https://cliq.zoho.eu/channels/algemeen', why: 'a channel' },
      { link: 'https://cliq.zoho.eu/meetings', why: 'the list of meetings' },
      { link: 'https://www.zoho.com/cliq/pricing.html', why: 'the prices' },
    ],
  },
  {
    id: 'pumble',
    name: 'Pumble',
    hosts: ['meet.pumble.com'],
    links: ['/<letters>'],
    examples: [{ link: 'https://meet.pumble.com/abc-defg-hij', id: 'abc-defg-hij' }],
    counterexamples: [
      { link: 'https://meet.pumble.com/', why: 'the start page' },
      { link: 'https://meet.pumble.com/login', why: 'the sign-in' },
      { link: 'https://pumble.com/features', why: 'the product’s page' },
    ],
  },
  {
    id: 'istesuit',
    name: 'Suit Conference',
    hosts: ['conference.istesuit.com', '*.conference.istesuit.com'],
    customersOf: ['conference.istesuit.com'],
    links: ['/<name>/**'],
    examples: [
      {
        link: 'https://examplestad.conference.istesuit.com/jan.devries',
        id: 'jan.devries',
        tenant: 'examplestad',
      },
      { link: 'https://conference.istesuit.com/overleg', tenant: null },
    ],
    counterexamples: [
      { link: 'https://conference.istesuit.com/', why: 'the start page' },
      { link: 'https://conference.istesuit.com/login', why: 'the sign-in' },
      { link: 'https://www.istesuit.com/urunler', why: 'the product’s page' },
    ],
  },
  {
    id: 'doxy',
    name: 'doxy.me',
    hosts: ['doxy.me', '*.doxy.me'],
    customersOf: ['doxy.me'],
    // A room is one name; the site's pages have a language before them or are named here.
    links: ['/<name>'],
    pages: [
      'baa',
      'bug-bounty',
      'checkin',
      'check-in',
      'download-app',
      'group-calls',
      'hipaa-compliance',
      'hipaa-security',
      'patient',
      'precall',
      'provider',
      'report',
      'research',
      'telemedicine-software',
      'waiting-room',
      'workplace',
    ],
    examples: [
      { link: 'https://doxy.me/drdevries', id: 'drdevries', tenant: null },
      { link: 'https://examplestad.doxy.me/jan.devries', id: 'jan.devries', tenant: 'examplestad' },
    ],
    counterexamples: [
      { link: 'https://doxy.me/', why: 'the start page' },
      { link: 'https://doxy.me/en/pricing', why: 'the prices' },
      { link: 'https://doxy.me/en', why: 'the start page in English' },
      { link: 'https://doxy.me/sign-in', why: 'the sign-in' },
      { link: 'https://doxy.me/telemedicine', why: 'the product’s page' },
      { link: 'https://help.doxy.me/', why: 'help' },
      { link: 'https://help.doxy.me/articles', why: 'help' },
      { link: 'https://blog.doxy.me/waiting-rooms', why: 'a blog' },
    ],
  },
  {
    id: 'cal',
    name: 'Cal Video',
    hosts: ['app.cal.com'],
    links: ['/video/<name>'],
    pages: ['no-meeting-found', 'meeting-ended', 'meeting-not-started'],
    examples: [{ link: 'https://app.cal.com/video/aBcDeF123456', id: 'aBcDeF123456' }],
    counterexamples: [
      { link: 'https://app.cal.com/team/examplestad', why: 'a team’s booking page' },
      { link: 'https://app.cal.com/event-types', why: 'the settings' },
      { link: 'https://app.cal.com/video/meeting-ended/aBcDeF123456', why: 'the page after a meeting' },
      { link: 'https://app.cal.com/video/no-meeting-found', why: 'the page of a wrong address' },
      { link: 'https://cal.com/jan.devries/30min', why: 'a booking page' },
    ],
  },
  {
    id: 'zm-page',
    name: 'zm.page',
    hosts: ['*.zm.page'],
    customersOf: ['zm.page'],
    links: ['/', '/<name>'],
    examples: [
      { link: 'https://jandevries.zm.page', id: 'jandevries', tenant: 'jandevries' },
      { link: 'https://jandevries.zm.page/overleg', id: 'overleg' },
    ],
    counterexamples: [
      { link: 'https://www.zm.page/', why: 'the start page' },
      { link: 'https://jandevries.zm.page/privacy', why: 'the privacy notice' },
    ],
  },
  {
    id: 'meetecho',
    name: 'Meetecho',
    hosts: ['meetings.conf.meetecho.com'],
    links: [
      '/interim?session=<digits>',
      '/interim?short=<name>',
      '/interim?group=<name>',
      '/<name>?group=<name>',
      '/<name>',
    ],
    pages: ['interim', 'interim_test'],
    examples: [
      {
        link: 'https://meetings.conf.meetecho.com/ietf199/?group=example&short=example&item=1',
        id: 'example',
      },
      { link: 'https://meetings.conf.meetecho.com/interim/?session=12345', id: '12345' },
      { link: 'https://meetings.conf.meetecho.com/onsite199/?group=example' },
      { link: 'https://meetings.conf.meetecho.com/ietf199', id: 'ietf199' },
    ],
    counterexamples: [
      { link: 'https://meetings.conf.meetecho.com/', why: 'the start page' },
      { link: 'https://meetings.conf.meetecho.com/interim/', why: 'no session is named' },
      { link: 'https://meetings.conf.meetecho.com/api/v1/meetings', why: 'the programming interface' },
      { link: 'https://www.meetecho.com/en/', why: 'the company’s page' },
    ],
  },
  {
    id: 'bbcollab',
    name: 'Blackboard Collaborate',
    hosts: ['*.bbcollab.com'],
    links: ['/guest|invite|launch/<token>', '/collab/ui/session/guest|join/<token>'],
    examples: [
      {
        link: 'https://us.bbcollab.com/guest/0123456789ABCDEF0123456789ABCDEF',
        id: '0123456789ABCDEF0123456789ABCDEF',
      },
      { link: 'https://eu.bbcollab.com/invite/0123456789ABCDEF0123456789ABCDEF' },
      { link: 'https://us.bbcollab.com/collab/ui/session/guest/0123456789abcdef' },
    ],
    counterexamples: [
      { link: 'https://us.bbcollab.com/', why: 'the start page' },
      {
        link: 'https://us.bbcollab.com/recording/0123456789ABCDEF0123456789ABCDEF',
        why: 'a recording',
      },
      {
        link: 'https://us.bbcollab.com/collab/ui/session/playback/load/0123456789abcdef',
        why: 'a recording',
      },
    ],
  },
  {
    id: 'gather',
    name: 'Gather',
    hosts: ['app.gather.town', 'gather.town', 'www.gather.town'],
    // With ?spawnToken= or ?meeting= it leads to a place in the space, without to its door.
    links: ['/app/<token>/<name>'],
    examples: [
      { link: 'https://app.gather.town/app/1a2B3c4D5e/Examplestad?spawnToken=AbCd12', id: 'Examplestad' },
      { link: 'https://app.gather.town/app/1a2B3c4D5e/Staf%20overleg?meeting=AbCd12' },
      { link: 'https://app.gather.town/app/1a2B3c4D5e/Examplestad' },
    ],
    counterexamples: [
      { link: 'https://app.gather.town/app', why: 'the list of spaces' },
      { link: 'https://app.gather.town/signin', why: 'the sign-in' },
      { link: 'https://www.gather.town/pricing', why: 'the prices' },
    ],
  },
  {
    id: 'coscreen',
    name: 'CoScreen',
    hosts: ['join.coscreen.co'],
    links: ['/<name>/<token>', '/<token>'],
    examples: [
      { link: 'https://join.coscreen.co/Examplestad/AbCdEfGh123456789012', id: 'AbCdEfGh123456789012' },
      { link: 'https://join.coscreen.co/AbCdEfGh1234', id: 'AbCdEfGh1234' },
    ],
    counterexamples: [
      { link: 'https://join.coscreen.co/', why: 'the start page' },
      { link: 'https://join.coscreen.co/download', why: 'the download' },
      { link: 'https://www.coscreen.co/blog/pairing', why: 'a blog' },
    ],
  },
  {
    id: 'vowel',
    name: 'Vowel',
    hosts: ['vowel.com', 'www.vowel.com'],
    links: ['#/g/<token>/**'],
    examples: [{ link: 'https://vowel.com/#/g/staf-overleg', id: 'staf-overleg' }],
    counterexamples: [
      { link: 'https://www.vowel.com/', why: 'the start page' },
      { link: 'https://www.vowel.com/#features', why: 'a place on the start page' },
      { link: 'https://www.vowel.com/pricing', why: 'the prices' },
    ],
  },
  {
    id: 'tuple',
    name: 'Tuple',
    hosts: ['tuple.app', 'www.tuple.app'],
    links: ['/c/<token>/**'],
    examples: [{ link: 'https://tuple.app/c/A1bCdEf2_G3hIjKl4', id: 'A1bCdEf2_G3hIjKl4' }],
    counterexamples: [
      { link: 'https://tuple.app/pricing', why: 'the prices' },
      { link: 'https://tuple.app/pair-programming-guide/styles', why: 'a guide' },
      { link: 'https://tuple.app/c', why: 'no call is named' },
    ],
  },
  {
    id: 'jam',
    name: 'Jam',
    hosts: ['jam.systems', 'www.jam.systems'],
    links: ['/<name>'],
    examples: [{ link: 'https://jam.systems/staf-overleg', id: 'staf-overleg' }],
    counterexamples: [
      { link: 'https://jam.systems/', why: 'the start page' },
      { link: 'https://jam.systems/img/jam.jpg', why: 'a picture' },
      { link: 'https://jam.systems/privacy-policy', why: 'the privacy notice' },
    ],
  },
  {
    id: 'pop',
    name: 'Pop',
    hosts: ['pop.com', 'www.pop.com'],
    links: ['/j/<dashed>'],
    examples: [{ link: 'https://pop.com/j/123-456-789', id: '123-456-789' }],
    counterexamples: [
      { link: 'https://pop.com/', why: 'the start page' },
      { link: 'https://pop.com/download', why: 'the download' },
      { link: 'https://pop.com/j/', why: 'no meeting is named' },
    ],
  },
  {
    id: 'ovice',
    name: 'oVice',
    hosts: ['*.ovice.in', '*.ovice.com'],
    // The host is the customer's place; the company's own pages are on www. and the like.
    links: ['app.ovice.com/ws/<name>/**', '/', '/lobby', '/lobby/enter', '/<name>/**'],
    customersOf: ['ovice.in', 'ovice.com'],
    examples: [
      { link: 'https://examplestad.ovice.in/lobby/enter', tenant: 'examplestad', id: 'examplestad' },
      { link: 'https://examplestad.ovice.in/', tenant: 'examplestad', id: 'examplestad' },
      { link: 'https://app.ovice.com/ws/examplestad/', id: 'examplestad' },
    ],
    counterexamples: [
      { link: 'https://www.ovice.com/', why: 'the start page' },
      { link: 'https://www.ovice.com/pricing', why: 'the prices' },
      { link: 'https://en.ovice.com/usecase', why: 'the product’s page' },
      { link: 'https://support.ovice.in/', why: 'help' },
    ],
  },
  {
    id: 'teemyco',
    name: 'Teemyco',
    hosts: ['app.teemyco.com'],
    links: ['/room/<token>/**'],
    examples: [
      { link: 'https://app.teemyco.com/room/AbCdEf123456/GhIjKl789012', id: 'GhIjKl789012' },
      { link: 'https://app.teemyco.com/room/AbCdEf123456', id: 'AbCdEf123456' },
    ],
    counterexamples: [
      { link: 'https://app.teemyco.com/login', why: 'the sign-in' },
      { link: 'https://www.teemyco.com/pricing', why: 'the prices' },
    ],
  },
  {
    id: 'demodesk',
    name: 'Demodesk',
    hosts: ['demodesk.com', 'www.demodesk.com'],
    // The site's pages are lower-case words at the same level.
    links: ['/<capitals>', '/<mixed>'],
    examples: [
      { link: 'https://demodesk.com/ABCDWXYZ', id: 'ABCDWXYZ' },
      { link: 'https://demodesk.com/AB1DWX2Z', id: 'AB1DWX2Z' },
    ],
    counterexamples: [
      { link: 'https://demodesk.com/', why: 'the start page' },
      { link: 'https://demodesk.com/coaching', why: 'the product’s page' },
      { link: 'https://demodesk.com/blog/sales-meetings', why: 'a blog' },
    ],
  },
  {
    id: 'reclaim',
    name: 'Reclaim',
    hosts: ['reclaim.ai', 'www.reclaim.ai', 'app.reclaim.ai'],
    links: ['/z/<name>/**'],
    examples: [{ link: 'https://reclaim.ai/z/T01ABCDEFGH/C02ABCDEFGH', id: 'C02ABCDEFGH' }],
    counterexamples: [
      { link: 'https://reclaim.ai/blog/meeting-habits', why: 'a blog' },
      { link: 'https://app.reclaim.ai/m/jan-devries/overleg', why: 'a booking page' },
    ],
  },
  {
    id: 'demio',
    name: 'Demio',
    hosts: ['event.demio.com'],
    links: ['/<token>/**', '/<name>/<token>/**'],
    examples: [
      { link: 'https://event.demio.com/ref/AbCdEf1234567890', id: 'AbCdEf1234567890' },
      { link: 'https://event.demio.com/AbCdEf1234567890' },
    ],
    counterexamples: [
      { link: 'https://event.demio.com/', why: 'nothing is named' },
      { link: 'https://event.demio.com/recording/AbCdEf1234567890', why: 'a recording' },
      { link: 'https://www.demio.com/pricing', why: 'the prices' },
    ],
  },
  {
    id: 'livestorm',
    name: 'Livestorm',
    // Livestorm's own host was app.livestorm.co before.
    hosts: ['app.livestorm.com', 'app.livestorm.co'],
    links: ['/p/<token>', '/p/<token>/live'],
    examples: [
      {
        link: 'https://app.livestorm.com/p/0a1b2c3d-0000-4000-8000-00000000abcd/live?s=1a2b3c4d-0000-4000-8000-00000000abcd',
        id: '0a1b2c3d-0000-4000-8000-00000000abcd',
      },
      { link: 'https://app.livestorm.com/p/0a1b2c3d-0000-4000-8000-00000000abcd' },
    ],
    counterexamples: [
      { link: 'https://app.livestorm.com/examplestad/open-avond', why: 'a registration' },
      { link: 'https://app.livestorm.com/#/login', why: 'the sign-in' },
      { link: 'https://livestorm.co/pricing', why: 'the prices' },
    ],
  },
  {
    id: 'chorus',
    name: 'Chorus',
    hosts: ['go.chorus.ai'],
    links: ['/<name>'],
    examples: [
      { link: 'https://go.chorus.ai/1234567890', id: '1234567890' },
      { link: 'https://go.chorus.ai/examplestad', id: 'examplestad' },
    ],
    counterexamples: [
      { link: 'https://go.chorus.ai/', why: 'the start page' },
      { link: 'https://go.chorus.ai/login', why: 'the sign-in' },
      { link: 'https://chorus.ai/meeting/ABCDEF', why: 'a recording' },
    ],
  },
  {
    id: 'gong',
    name: 'Gong',
    hosts: ['join.gong.io'],
    links: ['/<tenant>/<name>', '/<name>'],
    examples: [
      { link: 'https://join.gong.io/examplestad/jan.devries', id: 'jan.devries', tenant: 'examplestad' },
    ],
    counterexamples: [
      { link: 'https://join.gong.io/', why: 'the start page' },
      { link: 'https://www.gong.io/careers/', why: 'the company’s page' },
      { link: 'https://app.gong.io/call?id=1234567890123', why: 'a recording' },
    ],
  },
  {
    id: 'vimeo',
    name: 'Vimeo Events',
    hosts: ['vimeo.com', 'www.vimeo.com', 'venues.vimeo.com'],
    // A showcase is an album of videos that were made before: a page to look at, like any video.
    links: ['venues.vimeo.com/<digits>/**', '/event/<digits>', '/event/<digits>/<token>'],
    examples: [
      { link: 'https://vimeo.com/event/1234567', id: '1234567' },
      { link: 'https://vimeo.com/event/1234567/0a1b2c3d4e' },
      { link: 'https://venues.vimeo.com/12345678/abcdef123', id: 'abcdef123' },
    ],
    counterexamples: [
      { link: 'https://vimeo.com/123456789', why: 'a video' },
      { link: 'https://vimeo.com/123456789/0a1b2c3d4e', why: 'a video that is not listed' },
      { link: 'https://vimeo.com/showcase/1234567', why: 'an album' },
      { link: 'https://vimeo.com/examplestad', why: 'a channel' },
      { link: 'https://venues.vimeo.com/', why: 'the product’s page' },
    ],
  },
  {
    id: 'luma',
    name: 'Luma',
    hosts: ['lu.ma', 'luma.com', 'www.luma.com'],
    links: ['/join/<token>'],
    examples: [{ link: 'https://lu.ma/join/g-AbCdEf123456789', id: 'g-AbCdEf123456789' }],
    counterexamples: [
      { link: 'https://lu.ma/open-avond', why: 'an event’s page, where one registers' },
      { link: 'https://lu.ma/join', why: 'nothing is named' },
      { link: 'https://luma.com/pricing', why: 'the prices' },
    ],
  },
  {
    id: 'preply',
    name: 'Preply',
    hosts: ['preply.com', 'www.preply.com'],
    links: ['/<language>/chat/t-room/<digits>', '/chat/t-room/<digits>'],
    examples: [
      { link: 'https://preply.com/en/chat/t-room/1234567?source=email_calendar', id: '1234567' },
      { link: 'https://preply.com/chat/t-room/1234567' },
    ],
    counterexamples: [
      { link: 'https://preply.com/en/online/dutch-tutors', why: 'a list of teachers' },
      { link: 'https://preply.com/en/tutor/123456', why: 'a teacher’s page' },
      { link: 'https://preply.com/en/blog/', why: 'a blog' },
    ],
  },
  {
    id: 'userzoom',
    name: 'UserZoom',
    hosts: ['go.userzoom.com'],
    links: ['/participate/<token>'],
    examples: [
      {
        link: 'https://go.userzoom.com/participate/0a1b2c3d-0000-4000-8000-00000000abcd',
        id: '0a1b2c3d-0000-4000-8000-00000000abcd',
      },
    ],
    counterexamples: [
      { link: 'https://go.userzoom.com/', why: 'the start page' },
      { link: 'https://www.userzoom.com/blog/', why: 'a blog' },
    ],
  },
  {
    id: 'venue',
    name: 'Venue',
    hosts: ['app.venue.live'],
    links: ['/app/<token>/**'],
    examples: [{ link: 'https://app.venue.live/app/abcdefghijkl?token=AbCdEf123456', id: 'abcdefghijkl' }],
    counterexamples: [
      { link: 'https://app.venue.live/', why: 'the start page' },
      { link: 'https://app.venue.live/login', why: 'the sign-in' },
    ],
  },
  {
    id: 'streamyard',
    name: 'StreamYard',
    hosts: ['streamyard.com', 'www.streamyard.com'],
    // Without "guest" only a code with a digit counts: "features" and "webinars" are pages of eight letters.
    links: ['/guest/<broadcast>', '/<mixed>'],
    examples: [
      { link: 'https://streamyard.com/ab12cd34ef', id: 'ab12cd34ef' },
      { link: 'https://streamyard.com/guest/abcdefghij', id: 'abcdefghij' },
    ],
    counterexamples: [
      { link: 'https://streamyard.com/', why: 'the start page' },
      { link: 'https://streamyard.com/pricing', why: 'the prices' },
      { link: 'https://streamyard.com/features', why: 'the product’s page' },
      { link: 'https://streamyard.com/affiliate', why: 'an advertisement' },
      { link: 'https://streamyard.com/resources/docs/', why: 'help' },
    ],
  },
  {
    id: 'riverside',
    name: 'Riverside',
    hosts: ['riverside.fm', 'www.riverside.fm', 'riverside.com', 'www.riverside.com'],
    links: ['/studio/<name>'],
    examples: [
      { link: 'https://riverside.fm/studio/jans-studio-ab12c?t=0a1b2c3d4e5f', id: 'jans-studio-ab12c' },
      { link: 'https://riverside.com/studio/jans-studio-ab12c' },
    ],
    counterexamples: [
      { link: 'https://riverside.com/pricing', why: 'the prices' },
      { link: 'https://riverside.fm/dashboard/studios/jans-studio', why: 'the owner’s list' },
      { link: 'https://riverside.com/studio', why: 'no studio is named' },
    ],
  },
  {
    id: 'youtube',
    name: 'YouTube Live',
    hosts: ['youtube.com', 'www.youtube.com', 'm.youtube.com'],
    // Only the address that YouTube gives a live stream. Videos, clips and channels are shared in ordinary mail, nobody can be
    // overheard there, and youtu.be does not tell one from the other.
    links: ['/live/<video>'],
    examples: [{ link: 'https://www.youtube.com/live/AbCdEf12_-3?si=AbCdEf', id: 'AbCdEf12_-3' }],
    counterexamples: [
      { link: 'https://www.youtube.com/watch?v=AbCdEf12_-3', why: 'a video' },
      { link: 'https://www.youtube.com/@examplestad', why: 'a channel' },
      { link: 'https://www.youtube.com/@examplestad/live', why: 'a channel' },
      { link: 'https://www.youtube.com/live', why: 'the list of streams' },
      { link: 'https://youtu.be/AbCdEf12_-3', why: 'a video' },
    ],
  },
];

export const services: readonly Platform[] = SERVICES.map(platformOf);
