import fc from 'fast-check';
import { z } from 'zod';
import { accessFrom } from '../../../extension/access.ts';
import { keepLogInBounds, logDecision } from '../../../extension/background/log.ts';
import { countMisses } from '../../../extension/background/misses.ts';
import { setNoticeSize, smallNotices } from '../../../extension/background/notice-size.ts';
import { notePass, takePass } from '../../../extension/background/passes.ts';
import { policyInForce } from '../../../extension/background/policy-store.ts';
import { allReports, reportOf, reportsOf } from '../../../extension/background/reports.ts';
import { forgetOldMeetings, rememberMeetings, seenOf } from '../../../extension/background/seen-meetings.ts';
import { logShown } from '../../../extension/background/shown.ts';
import { logIn } from '../../../extension/log.ts';
import { missedDays, readMisses } from '../../../extension/misses.ts';
import { deleteAll, deleteEntries } from '../../../extension/options/history/stored.ts';
import { changeSettings } from '../../../extension/options/settings/stored-settings.ts';
import { outcomeOfPage } from '../../../extension/outcome.ts';
import { ownWordsFrom, wordsInPages } from '../../../extension/own-words.ts';
import { policyHere } from '../../../extension/policy-here.ts';
import { readStored } from '../../../extension/popup/stored.ts';
import { knownOnes, setAside, setAsideNow, takeBack } from '../../../extension/set-aside.ts';
import { DEFAULT_POLICY } from '../../../src/policy/defaults.ts';
import { settingsFrom, termsToEdit, withLevel, withTerms } from '../../../src/policy/settings-changes.ts';
import { finding, NOT_ASIDE, ORGANISATION, review, SECRET, WEBEX } from '../../extension/samples.ts';
import { storeInNew } from '../browser-here.ts';
import { fuzzTarget } from '../target.ts';
import { isPlain, lengthOf, nearly, revived } from '../values.ts';
import { assert, assertSame, asText } from '../verdict.ts';

/** Every reader of what the extension stores, on what an older version, a full disk or somebody's hand may have left there. */

const NOW = new Date('2026-11-22T09:00:00.000Z');
const SALT = '0123456789abcdef'.repeat(4);
const HASH = 'fedcba9876543210'.repeat(4);
const warned = review({ findings: [finding('warn')], marking: SECRET });
const report = {
  page: 'p',
  site: 'mail.example.org',
  entries: [{ title: 'Overleg', review: warned, aside: NOT_ASIDE }],
  trouble: null,
  webmail: 'gmail',
  missed: [],
};
const logEntry = {
  time: '2026-11-22T08:00:00.000Z',
  site: 'mail.example.org',
  action: 'join',
  how: 'stayed',
  rules: ['no-passcode'],
  platforms: ['webex'],
  reason: '',
};
const seenMeeting = {
  seen: {
    ...{
      marking: SECRET,
      tenant: null,
      room: 'personal',
      passcode: 'absent',
      dialIn: 'open',
      personalLink: null,
    },
    ...{ timing: { created: null, lastOccurrence: null }, recurring: false, callers: ['example.org'] },
  },
  at: NOW.getTime(),
  markedAt: NOW.getTime(),
};
const policy = {
  policyVersion: '7',
  logDays: 30,
  rules: [{ rule: 'no-passcode', level: 'block' }],
  titles: { forbiddenTerms: ['zee'] },
};
const entryText = JSON.stringify([logEntry, logEntry]);

/** Samples of what is stored (`local` and `session`), and what reads it: its answer, to be the same for the same stored data. */
interface Reader {
  sample: unknown;
  area: 'local' | 'session';
  read(storage: Awaited<ReturnType<typeof storeInNew>>): Promise<unknown>;
}
const READERS: Readonly<Record<string, Reader>> = {
  policy: {
    area: 'local',
    sample: { 'last-good-policy': policy, 'own-settings': policy, 'policy-note': ORGANISATION },
    async read() {
      const { inForce, settings, damaged } = await policyHere();
      return [inForce, damaged, settingsFrom(settings)];
    },
  },
  'own settings': {
    area: 'local',
    sample: { 'own-settings': policy },
    async read(storage) {
      const { 'own-settings': stored } = await storage.local.get('own-settings');
      const settings = settingsFrom(stored);
      if (settings === null) return null;
      await changeSettings(withLevel('no-passcode', 'block', DEFAULT_POLICY));
      await changeSettings(withTerms(termsToEdit(settings, DEFAULT_POLICY), DEFAULT_POLICY));
      return storage.local.get(null);
    },
  },
  popup: {
    area: 'session',
    sample: { 'report:7:0': report, 'report:7:3': { ...report, trouble: 'kept-out' } },
    async read(storage) {
      const read = readStored(7, await storage.session.get(null), {});
      return [read, outcomeOfPage(read.reports ?? [])];
    },
  },
  'popup, local': {
    area: 'local',
    sample: {
      'policy-note': ORGANISATION,
      access: { missing: ['https://a.example/*'], asked: [], wanted: [] },
    },
    read: async (storage) => readStored(7, {}, await storage.local.get(null)),
  },
  reports: {
    area: 'session',
    sample: { 'report:7:0': report, 'report:7:3': report },
    async read() {
      const [one, some, all] = [await reportOf(7, 0), await reportsOf(7), await allReports()];
      return [one, outcomeOfPage(some), all.length];
    },
  },
  log: {
    area: 'local',
    sample: {
      'log:2026-11-22': entryText,
      'log:2026-11-21': [logEntry],
      'log:2020-01-01': entryText,
      log: [logEntry],
      'log-counts': { 'log:2026-11-22': 2, 'log:2026-11-21': 1 },
      'log-keeping': { days: 90, origin: 'managed', organisation: 'Examplestad' },
      'log-dropped-until': '2026-11-01',
    },
    async read(storage) {
      const before = logIn(await storage.local.get(null), NOW);
      await keepLogInBounds(NOW);
      await logDecision(
        'a.example',
        { action: 'join', how: 'stayed', rules: [], platforms: [], reason: '' },
        NOW,
      );
      const after = logIn(await storage.local.get(null), NOW);
      assert(after.entries.length > 0, 'an entry that was just written is not there');
      await deleteEntries(after.entries.slice(0, 1));
      await deleteAll();
      assertSame(logIn(await storage.local.get(null), NOW).entries, [], 'after all was deleted');
      return [before, after];
    },
  },
  'log shown': {
    area: 'session',
    sample: { 'log-shown': { salt: SALT, hashes: [HASH] } },
    async read(storage) {
      await logShown('a.example', { title: 'a', review: warned, ways: [['a']] }, NOW);
      return (await storage.session.get('log-shown'))['log-shown'] !== undefined;
    },
  },
  'set aside': {
    area: 'local',
    sample: { 'set-aside': { [HASH]: NOW.getTime(), a: 0 } },
    async read() {
      const known = await knownOnes(NOW);
      await setAside(['b'], 'known', NOW);
      assert((await setAsideNow(NOW))('b') === 'known', 'what was just set aside is not');
      await takeBack('b', NOW);
      assert((await setAsideNow(NOW))('b') === null, 'what was just taken back is still set aside');
      return known;
    },
  },
  'seen meetings': {
    area: 'local',
    sample: { 'seen-meetings': { salt: SALT, meetings: { [HASH]: seenMeeting } } },
    async read() {
      await rememberMeetings(
        asText('a'),
        review({ meetings: [{ ...WEBEX, ways: ['webex meet/jan'] }] }),
        NOW,
      );
      await forgetOldMeetings(NOW);
      return seenOf('webex meet/jan', NOW);
    },
  },
  access: {
    area: 'local',
    sample: { access: { missing: ['https://a.example/*'], asked: [], wanted: ['https://b.example/*'] } },
    read: async (storage) => accessFrom((await storage.local.get('access'))['access']),
  },
  'own words': {
    area: 'local',
    sample: {
      'own-words': { language: 'nl', version: '0.1.0', words: { notice_title: 'Let op', popup_x: '$1' } },
    },
    async read(storage) {
      const own = ownWordsFrom((await storage.local.get('own-words'))['own-words']);
      return [own, own && wordsInPages(own)];
    },
  },
  misses: {
    area: 'local',
    sample: {
      'reader-misses': { '2026-11-22': { 'gmail mail-read title': 3 }, '2026-11-20': { 'gmail sender': 1 } },
    },
    async read() {
      const days = [...missedDays(await readMisses(), NOW)];
      await countMisses(['gmail mail-read body'], 'p', null, NOW);
      assert(missedDays(await readMisses(), NOW).has('gmail'), 'what was just counted is not there');
      return days;
    },
  },
  'notice size': {
    area: 'local',
    sample: { 'small-notices': ['inform', 'block'] },
    async read() {
      const small = await smallNotices();
      await setNoticeSize('warn', true);
      assert((await smallNotices()).includes('warn'), 'what was just made small is not');
      return small;
    },
  },
  passes: {
    area: 'session',
    sample: { passes: [['webex meet/jan', { until: NOW.getTime() + 1000, rules: ['no-passcode'] }]] },
    async read() {
      const taken = await takePass(['webex meet/jan'], NOW);
      await notePass(['b'], ['no-passcode'], NOW);
      assertSame(await takePass(['b'], NOW), ['no-passcode'], 'a pass that was just noted');
      return taken;
    },
  },
};

const form = z.object({ reader: z.enum(Object.keys(READERS)), stored: z.json() });

// Read once and kept by the module: it must not depend on the first case.
await policyInForce();

export const stored = fuzzTarget<z.infer<typeof form>>({
  parser: 'stored',
  form,
  cases: fc.constantFrom(...Object.keys(READERS)).chain((reader) =>
    fc.record({
      reader: fc.constant(reader),
      stored: nearly([READERS[reader]?.sample]).map((one) => z.json().parse(JSON.parse(JSON.stringify(one)))),
    }),
  ),
  async check(one, watch) {
    const reader = READERS[one.reader];
    assert(reader !== undefined, `no reader ${one.reader}`);
    const read = async (value: unknown): Promise<unknown> => {
      // Only an object of keys can be stored at all.
      const values = {
        local: {},
        session: {},
        [reader.area]: Object(value) === value && !Array.isArray(value) ? value : {},
      };
      const storage = await storeInNew(values);
      return reader.read(storage);
    };
    const warnings: string[] = [];
    const { warn } = console;
    // The readers catch what they cannot mend and say so here.
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
    try {
      const value = revived(one.stored);
      const length = lengthOf(value);
      if (length === null) return;
      const answer = await watch.time(length, () => read(value));
      if (isPlain(one.stored))
        assertSame(await read(JSON.parse(JSON.stringify(value))), answer, 'the same as JSON');
    } finally {
      console.warn = warn;
    }
    assert(warnings.length === 0, warnings.join('; '));
  },
});
