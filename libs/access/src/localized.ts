import { locales } from '@okaeri/contracts';
import type { Locale, PersonName, SeatRole } from '@okaeri/contracts';
import { say } from '@okaeri/words';

/** A text that people wrote in one or more languages; at least one is there. */
export type Localized = Partial<Record<Locale, string>>;

/** The text in the reader's language, else in English, else in any. */
export function localized(text: Localized, locale: Locale): string {
  return text[locale] ?? text.en ?? locales.map((each) => text[each]).find((each) => each !== undefined) ?? '';
}

interface Named {
  name: string;
  nameLatin: string;
  nameKana: string | null;
  language: Locale;
  country: string;
}

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hiragana = /\p{Script=Hiragana}/u;
const hangul = /\p{Script=Hangul}/u;
const vietnamese = /[ơưƠƯ\u1EA0-\u1EF9]/u;
const hanOf: Partial<Record<string, string>> = { JP: 'ja', KR: 'ko', TW: 'zh-Hant', HK: 'zh-Hant', MO: 'zh-Hant' };

/**
 * The language of the name itself. The one in which she reads Okaeri comes last: a Japanese physician who reads English
 * is not Chinese by that.
 */
function languageOfName({ name, nameKana, language, country }: Named): string {
  if (kana.test(name)) return 'ja';
  if (hangul.test(name)) return 'ko';
  if (han.test(name)) {
    // Readings of Japanese names are kept in hiragana, those of foreign ones in katakana.
    if (nameKana && hiragana.test(nameKana)) return 'ja';
    return language === 'ja' || language === 'ko' ? language : (hanOf[country] ?? 'zh-Hans');
  }
  if (vietnamese.test(name)) return 'vi';
  return language === 'ja' || language === 'ko' || language === 'zh' ? 'und' : language;
}

/**
 * A person's name as this reader can read it, with the own script beside it where that differs. Japanese readers get
 * kana for foreign names, as every Japanese hospital writes them; readers of Latin letters get those. With a role she is
 * named as one speaks of somebody in it; her own name is told without.
 */
export function nameFor(person: Named, reader: Locale, role?: SeatRole): PersonName {
  const own = person.name;
  const originalLang = languageOfName(person);
  const latin = !han.test(own) && !kana.test(own) && !hangul.test(own);
  const readable =
    latin || (han.test(own) && (reader === 'ja' || reader === 'zh')) || (hangul.test(own) && reader === 'ko');
  let bare = readable ? own : person.nameLatin;
  if (reader === 'ja' && originalLang !== 'ja' && person.nameKana) bare = person.nameKana;
  const display = role ? say(reader, 'name.addressed', { role, name: bare }) : bare;
  return { display, bare, original: bare === own ? null : own, originalLang };
}
