import { listOf, memberAt, objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json } from '@okaeri/chart';
import { localeTags } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { isMessageKey, say } from '@okaeri/words';

const translation = 'http://hl7.org/fhir/StructureDefinition/translation';
const absentReason = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const absentUnknown = /\/CodeSystem\/absent-unknown-uv-ips$/;
/** "Not asked", "unknown" and the like: what stands where a value is missing. */
const reasons = new Set(['unknown', 'asked-unknown', 'temp-unknown', 'not-asked', 'asked-declined', 'masked']);

/**
 * What a concept is called: in the reader's language where the sender wrote it in that one too, else as the sender wrote it for people,
 * else by the name of a code, else by the code itself.
 */
export function conceptWords(concept: unknown, locale: Locale): string | null {
  const whole = objectOf(concept);
  if (!whole) return null;
  const codings = Array.isArray(whole['coding']) ? objectsOf(whole['coding']) : [];
  const absent = codings.map((coding) => absentWords(coding, locale)).find((words) => words !== null);
  if (absent) return absent;
  return (
    translated(whole, 'text', locale) ??
    firstOf(codings, (coding) => translated(coding, 'display', locale)) ??
    textOf(whole['text']) ??
    firstOf(codings, ({ display }) => textOf(display)) ??
    reasonWords(whole, locale) ??
    firstOf(codings, (coding) => languageWords(coding, locale)) ??
    firstOf(codings, ({ code }) => textOf(code))
  );
}

const languageTags = 'urn:ietf:bcp:47';

/** What a language is called, of which a tag is all that is given (RFC 5646). */
function languageWords({ system, code }: Json, locale: Locale): string | null {
  const tag = textOf(code);
  if (system !== languageTags || !tag) return null;
  try {
    return new Intl.DisplayNames(localeTags[locale], { type: 'language' }).of(tag) ?? null;
  } catch {
    // Not a tag.
    return null;
  }
}

/** Of a list of concepts. */
export function conceptsWords(concepts: unknown, locale: Locale): string[] {
  return listOf(concepts).flatMap((each) => conceptWords(each, locale) ?? []);
}

/** What a laboratory thinks of a value, of which many say the code alone (v3-ObservationInterpretation). */
export function interpretationWords(concepts: unknown, locale: Locale): string[] {
  return listOf(concepts).flatMap((each) => {
    const codings = objectsOf(memberAt(each, 'coding'));
    const spoken = textOf(memberAt(each, 'text')) ?? firstOf(codings, ({ display }) => textOf(display));
    const keys = codings.map(({ code }) => `chart.interpretation.${textOf(code)}`).filter(isMessageKey);
    const [key] = keys;
    return key ? [say(locale, key)] : spoken ? [spoken] : (conceptWords(each, locale) ?? []);
  });
}

export function codingWords(coding: unknown, locale: Locale): string | null {
  return conceptWords({ coding: listOf(coding) }, locale);
}

/** Nothing is known, or it is known that there is nothing: two things, and neither is an empty page. */
function absentWords({ system, code }: Json, locale: Locale): string | null {
  const name = textOf(code);
  if (!name || !absentUnknown.test(textOf(system) ?? '')) return null;
  if (name.endsWith('-info')) return say(locale, 'chart.absent.unknown');
  // Of these the sender says which: of food, of medicines, of the surroundings.
  return /^no-known-[a-z]+$/.test(name) ? say(locale, 'chart.absent.none') : null;
}

/** An entry that stands for there being none, or for nobody knowing. */
export function saysNone(concept: unknown): boolean {
  return objectsOf(memberAt(concept, 'coding')).some((coding) => absentWords(coding, 'en') !== null);
}

/** Why a value is missing, where its sender says so. */
export function reasonWords(element: unknown, locale: Locale): string | null {
  const found = objectsOf(memberAt(element, 'extension')).find(({ url }) => url === absentReason);
  const code = textOf(found?.['valueCode']);
  if (!code) return null;
  return say(locale, code === 'masked' || code === 'asked-declined' ? 'chart.absent.withheld' : 'chart.absent.unknown');
}

/** The same of `dataAbsentReason`, which is a concept. */
export function missingWords(concept: unknown, locale: Locale): string | null {
  const codes = objectsOf(memberAt(concept, 'coding')).map(({ code }) => textOf(code) ?? '');
  if (codes.some((code) => code === 'masked' || code === 'asked-declined')) return say(locale, 'chart.absent.withheld');
  if (codes.some((code) => reasons.has(code))) return say(locale, 'chart.absent.unknown');
  return conceptWords(concept, locale);
}

function translated(element: Json, member: string, locale: Locale): string | null {
  const wanted = localeTags[locale].toLowerCase();
  const found = objectsOf(memberAt(element[`_${member}`], 'extension'))
    .filter(({ url }) => url === translation)
    .map(({ extension }) => ({ lang: partOf(extension, 'lang'), content: partOf(extension, 'content') }))
    .find(({ lang }) => lang !== null && isFor(lang.toLowerCase(), locale, wanted));
  return found?.content ?? null;
}

/** "zh-TW" is not for who reads simplified characters; "fr" is for who reads French of Canada. */
function isFor(lang: string, locale: Locale, wanted: string): boolean {
  if (lang === wanted || lang === locale) return true;
  return locale === 'zh' ? /^zh-(?:hans|cn|sg)/.test(lang) : lang.startsWith(`${locale}-`);
}

function partOf(extension: unknown, name: string): string | null {
  const part = objectsOf(extension).find(({ url }) => url === name);
  return textOf(part?.['valueCode']) ?? textOf(part?.['valueString']) ?? textOf(part?.['valueMarkdown']);
}

function firstOf(codings: readonly Json[], words: (coding: Json) => string | null): string | null {
  for (const coding of codings) {
    const found = words(coding);
    if (found) return found;
  }
  return null;
}
