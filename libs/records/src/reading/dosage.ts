import { listOf, memberAt, objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json, Resource } from '@okaeri/chart';
import type { Locale } from '@okaeri/contracts';
import { isMessageKey, say } from '@okaeri/words';
import { conceptWords, conceptsWords } from './concept';
import { periodWords, quantityWords, rangeWords, whenWords } from './value';

/*
 * How a medicine is taken (FHIR R4, Dosage and Timing): all of one dosage in one line, since of two dosages the parts must not mix. A
 * sender's own sentence comes first, and what it does not say follows in the reader's language.
 */

/** One line for each dosage, and what is said of it to the patient as lines of its own. */
export function doseWords(resource: Resource, locale: Locale): string[] {
  const given = [...objectsOf(resource['dosage']), ...objectsOf(resource['dosageInstruction'])];
  const inOrder = given.toSorted((a, b) => placeOf(a) - placeOf(b));
  return inOrder.flatMap((dosage) => {
    const way = wayOf(dosage, locale);
    const parts = partsOf(dosage, way, locale);
    const dose = joined(parts, locale);
    return [
      ...(parts.length > way.length ? [say(locale, 'chart.line.dose', { dose })] : way),
      ...conceptsWords(dosage['additionalInstruction'], locale),
      ...listOf(dosage['patientInstruction']).flatMap((each) => textOf(each) ?? []),
    ];
  });
}

const placeOf = ({ sequence }: Json): number => (typeof sequence === 'number' ? sequence : 0);

const wayOf = ({ method, route, site }: Json, locale: Locale): string[] =>
  [method, route, site].flatMap((each) => conceptsWords(each, locale));

function partsOf(dosage: Json, way: readonly string[], locale: Locale): string[] {
  const text = textOf(dosage['text']);
  const parts = [
    ...amountsOf(dosage, locale),
    ...timingOf(objectOf(dosage['timing']), locale),
    ...way,
    ...neededOf(dosage, locale),
    ...mostOf(dosage, locale),
  ];
  if (!text) return [...new Set(parts)];
  const bare = (words: string) => words.toLowerCase().replaceAll(/\s/g, '');
  return [text, ...new Set(parts.filter((part) => !bare(text).includes(bare(part))))];
}

const joined = (parts: readonly string[], locale: Locale): string =>
  parts.length === 0 ? '' : parts.reduce((first, second) => say(locale, 'chart.dose.and', { first, second }));

function amountsOf(dosage: Json, locale: Locale): string[] {
  // Of what was administered it is the same a level higher.
  const each = [...objectsOf(dosage['doseAndRate']), { ...dosage, doseQuantity: dosage['dose'] }];
  return each.flatMap((amount) => {
    const dose = quantityWords(amount['doseQuantity']) ?? rangeWords(amount['doseRange']);
    const rate =
      quantityWords(amount['rateQuantity']) ?? rangeWords(amount['rateRange']) ?? ratioWords(amount['rateRatio']);
    return [...(dose ? [dose] : []), ...(rate ? [say(locale, 'chart.dose.rate', { rate })] : [])];
  });
}

/** "4 g / 1 day", or "10 mL / h": where it is one of something, the one goes without saying. */
function ratioWords(ratio: unknown): string | null {
  const { numerator, denominator } = objectOf(ratio) ?? {};
  const over = quantityWords(numerator);
  const { value, unit, code } = objectOf(denominator) ?? {};
  const under = value === 1 ? (textOf(unit) ?? textOf(code)) : quantityWords(denominator);
  return over && under ? `${over} / ${under}` : over;
}

function neededOf({ asNeededBoolean, asNeededCodeableConcept, asNeededFor }: Json, locale: Locale): string[] {
  const reasons = [...conceptsWords(asNeededCodeableConcept, locale), ...conceptsWords(asNeededFor, locale)];
  if (reasons.length > 0) return reasons.map((reason) => say(locale, 'chart.dose.asNeededFor', { reason }));
  return asNeededBoolean === true ? [say(locale, 'chart.dose.asNeeded')] : [];
}

const mosts = {
  maxDosePerPeriod: ['chart.dose.most', ratioWords],
  maxDosePerAdministration: ['chart.dose.mostOnce', quantityWords],
  maxDosePerLifetime: ['chart.dose.mostEver', quantityWords],
} as const;

function mostOf(dosage: Json, locale: Locale): string[] {
  return Object.entries(mosts).flatMap(([member, [key, words]]) =>
    listOf(dosage[member]).flatMap((each) => {
      const amount = words(each);
      return amount ? [say(locale, key, { amount })] : [];
    }),
  );
}

/** Of HL7’s GTSAbbreviation: what is meant by them, as a timing that is written out. */
const abbreviations = new Map<string, Json>([
  ...['QD', 'BID', 'TID', 'QID'].map((code, at): [string, Json] => [
    code,
    { frequency: at + 1, period: 1, periodUnit: 'd' },
  ]),
  ...[1, 2, 3, 4, 6, 8].map((period): [string, Json] => [`Q${period}H`, { period, periodUnit: 'h' }]),
  ['QOD', { period: 2, periodUnit: 'd' }],
  ['WK', { frequency: 1, period: 1, periodUnit: 'wk' }],
  ['MO', { frequency: 1, period: 1, periodUnit: 'mo' }],
  ['BED', { when: ['HS'] }],
  ['AM', { when: ['MORN'] }],
  ['PM', { when: ['AFT'] }],
]);

/** When something is to be done, in one line. */
export const timingWords = (timing: Json | null, locale: Locale): string | null =>
  joined(timingOf(timing, locale), locale) || null;

function timingOf(timing: Json | null, locale: Locale): string[] {
  if (!timing) return [];
  const repeat = objectOf(timing['repeat']);
  const events = listOf(timing['event']).flatMap((each) => whenWords(each, locale) ?? []);
  const codes = objectsOf(memberAt(timing['code'], 'coding')).map(({ code }) => textOf(code) ?? '');
  const meant = codes.map((code) => abbreviations.get(code)).filter((each) => each !== undefined);
  const spelled = [...(repeat ? [repeat] : []), ...meant].flatMap((each) => repeatOf(each, locale));
  // What is spelled out needs no code; the sender’s own words may say more.
  const called = meant.length > 0 ? textOf(memberAt(timing['code'], 'text')) : conceptWords(timing['code'], locale);
  return [...(called ? [called] : []), ...spelled, ...events];
}

const units = ['min', 'h', 'd', 'wk', 'mo', 'a'] as const;
const pers = ['h', 'd', 'wk', 'mo'] as const;
const unitOf = (value: unknown) => units.find((each) => each === value);

function repeatOf(repeat: Json, locale: Locale): string[] {
  const days = listOf(repeat['dayOfWeek']).flatMap((day) => known(`chart.dose.day.${textOf(day)}`, locale));
  const times = listOf(repeat['timeOfDay']).flatMap((time) => textOf(time)?.replace(/:00$/, '') ?? []);
  return [
    ...oftenOf(repeat, locale),
    ...(days.length > 0 ? [say(locale, 'chart.dose.on', { days: joined(days, locale) })] : []),
    ...(times.length > 0 ? [say(locale, 'chart.dose.at', { times: joined(times, locale) })] : []),
    ...mealsOf(repeat, locale),
    ...lengthOf(repeat, locale).map((length) => say(locale, 'chart.dose.over', { length })),
    ...countOf(repeat, locale),
    ...boundsOf(repeat, locale),
  ];
}

function known(key: string, locale: Locale): string[] {
  return isMessageKey(key) ? [say(locale, key)] : [];
}

/** A number, or from one to another: the words beside it go by the larger. */
function amount(from: unknown, to: unknown): { count: number; text: string } | null {
  if (typeof from !== 'number') return null;
  return typeof to === 'number' && to !== from
    ? { count: to, text: `${from}–${to}` }
    : { count: from, text: `${from}` };
}

function oftenOf(repeat: Json, locale: Locale): string[] {
  const count = amount(repeat['frequency'], repeat['frequencyMax']);
  const period = amount(repeat['period'], repeat['periodMax']);
  const unit = unitOf(repeat['periodUnit']);
  const times = count && say(locale, 'chart.dose.times', count);
  if (!period || !unit) return times ? [times] : [];
  const per = pers.find((each) => each === unit);
  if (times && per && period.text === '1') return [say(locale, `chart.dose.per.${per}`, { times })];
  const every = say(locale, `chart.dose.every.${unit}`, period);
  return [times && count.text !== '1' ? say(locale, 'chart.dose.timesEvery', { times, every }) : every];
}

function mealsOf({ when, offset }: Json, locale: Locale): string[] {
  return listOf(when).flatMap((each) => {
    // "MORN.early" is in the morning.
    const [words] = known(`chart.dose.when.${textOf(each)?.split('.')[0]}`, locale);
    if (!words) return [];
    return [typeof offset === 'number' ? say(locale, 'chart.dose.offset', { minutes: offset, when: words }) : words];
  });
}

/** "30 days": of a number, or from one to another, in one of UCUM’s units of time. */
export function lengthWords(from: unknown, to: unknown, unit: unknown, locale: Locale): string[] {
  const [count, named] = [amount(from, to), unitOf(unit)];
  return count && named ? [say(locale, `chart.dose.length.${named}`, count)] : [];
}

const lengthOf = ({ duration, durationMax, durationUnit }: Json, locale: Locale): string[] =>
  lengthWords(duration, durationMax, durationUnit, locale);

function countOf({ count, countMax, period, periodUnit }: Json, locale: Locale): string[] {
  // Beside a unit without a period it is how often a day, with some, and how often in all, with others.
  const all = periodUnit !== undefined && period === undefined ? null : amount(count, countMax);
  return all ? [say(locale, 'chart.dose.inAll', { times: say(locale, 'chart.dose.times', all) })] : [];
}

function boundsOf({ boundsDuration, boundsRange, boundsPeriod }: Json, locale: Locale): string[] {
  const { value, code, unit } = objectOf(boundsDuration) ?? {};
  const { low, high } = objectOf(boundsRange) ?? {};
  const ends = [memberAt(low, 'value'), memberAt(high, 'value'), memberAt(low, 'code')] as const;
  const lengths = [...lengthWords(value, undefined, code, locale), ...lengthWords(ends[0], ends[1], ends[2], locale)];
  const [length = unit ? quantityWords(boundsDuration) : rangeWords(boundsRange)] = lengths;
  const period = periodWords(boundsPeriod, locale);
  return [...(length ? [say(locale, 'chart.dose.for', { length })] : []), ...(period ? [period] : [])];
}
