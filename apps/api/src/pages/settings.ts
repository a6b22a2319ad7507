import { readSessions } from '@okaeri/access';
import type { Actor } from '@okaeri/access';
import { timeOfMinute } from '@okaeri/contracts';
import type { SettingsPage } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { clockWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Ways } from '../told/ways';
import type { Reader } from './reader';

/** What a person has chosen, and where she is signed in. */
export async function settingsOf(
  em: EntityManager,
  reader: Reader,
  { sessionId }: Actor,
  ways: Ways,
): Promise<SettingsPage> {
  const { name, nameLatin, nameKana, language, zone, reminders, phone, email, emailState } = reader.person;
  const { quietFrom, quietTo, channels, phoneState } = reader.person;
  const sessions = await readSessions(em, reader.personId);
  return {
    ...{ name, nameLatin, nameKana, language, zone, reminders, phone, phoneState, email, emailState, channels },
    ...ways,
    quiet: quietFrom === null || quietTo === null ? null : { from: timeOfMinute(quietFrom), to: timeOfMinute(quietTo) },
    sessions: sessions.map(({ id, userAgent, createdAt }) => {
      const { date, time } = clockWords({ ...reader, instant: createdAt, now: reader.now });
      return {
        sessionId: id,
        here: id === sessionId,
        deviceWords: deviceNames(userAgent) ?? say(reader.locale, 'settings.device.unknown'),
        sinceWords: say(reader.locale, 'settings.session.since', { date, time }),
      };
    }),
  };
}

const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bFxiOS\/|\bFirefox\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bCriOS\/|\bChrom(?:e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const machines: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** Names of products, which are the same in every language; for her to tell her own devices apart, not to be relied on. */
export function deviceNames(userAgent: string | null): string | null {
  const find = (list: readonly [RegExp, string][]) => list.find(([like]) => like.test(userAgent ?? ''))?.[1];
  return [find(browsers), find(machines)].filter(Boolean).join(', ') || null;
}
