import { listOf, memberAt, objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json, Resource } from '@okaeri/chart';
import type { Locale } from '@okaeri/contracts';
import { partialWords } from '@okaeri/words/time';
import { say } from '@okaeri/words';
import { conceptWords, conceptsWords } from './concept';

/** A value of any of the types that FHIR offers, as one would read it out. */
export function valueWords(element: Json, stem: string, locale: Locale): string | null {
  const name = Object.keys(element).find((each) => each.startsWith(stem) && /^[A-Z]/.test(each.slice(stem.length)));
  if (!name) return null;
  return wordsOf(name.slice(stem.length), element[name], locale);
}

function wordsOf(type: string, value: unknown, locale: Locale): string | null {
  switch (type) {
    case 'Age':
      return ageWords(value, locale);
    case 'Quantity':
    case 'Duration':
    case 'Count':
      return quantityWords(value);
    case 'CodeableConcept':
      return conceptWords(value, locale);
    case 'Range':
      return rangeWords(value);
    case 'Ratio':
      return ratioWords(value);
    case 'Period':
      return periodWords(value, locale);
    case 'DateTime':
    case 'Date':
    case 'Instant':
      return whenWords(value, locale);
    case 'Boolean':
      return typeof value === 'boolean' ? say(locale, value ? 'chart.value.yes' : 'chart.value.no') : null;
    case 'String':
    case 'Time':
    case 'Markdown':
    case 'Code':
      return textOf(value);
    case 'Integer':
    case 'Decimal':
    case 'PositiveInt':
      return typeof value === 'number' ? String(value) : null;
    default:
      return null;
  }
}

export function quantityWords(quantity: unknown): string | null {
  const { value, comparator, unit, code } = objectOf(quantity) ?? {};
  if (typeof value !== 'number') return null;
  // The unit "1" is none.
  const measure = textOf(unit) ?? textOf(code);
  const amount = `${textOf(comparator) ?? ''}${value}`;
  return measure && measure !== '1' ? `${amount}\u00a0${measure}` : amount;
}

/** In years nearly always; a child's in months, or days. */
function ageWords(age: unknown, locale: Locale): string | null {
  const { value, code, comparator } = objectOf(age) ?? {};
  if (code !== 'a' || typeof value !== 'number' || comparator) return quantityWords(age);
  return say(locale, 'chart.line.age', { age: value });
}

export function rangeWords(range: unknown): string | null {
  const { low, high, text } = objectOf(range) ?? {};
  const said = textOf(text);
  if (said) return said;
  const [from, to] = [quantityWords(low), quantityWords(high)];
  if (from && to) return `${from} – ${to}`;
  return from ? `≥ ${from}` : to && `≤ ${to}`;
}

/** What is usual, and for whom; that a range is the normal one goes without saying. */
export function referenceWords(range: Json, locale: Locale): string | null {
  const { low, high, type, appliesTo, age } = range;
  const [numbers, said] = [rangeWords({ low, high }), textOf(range['text'])];
  const ends = [memberAt(low, 'value'), memberAt(high, 'value')].filter((each) => typeof each === 'number');
  // A text says the numbers once more, or else what they are.
  const isMore = said !== null && numbers !== null && !ends.every((each) => said.includes(String(each)));
  const isNormal = objectsOf(memberAt(type, 'coding')).some(({ code }) => code === 'normal');
  const words = [
    isMore ? said : null,
    isNormal ? null : conceptWords(type, locale),
    ...conceptsWords(appliesTo, locale),
    rangeWords(age),
  ].filter((each) => each !== null);
  const amount = isMore ? numbers : (said ?? numbers);
  return amount && words.length > 0 ? `${amount} (${words.join(', ')})` : amount;
}

function ratioWords(ratio: unknown): string | null {
  const { numerator, denominator } = objectOf(ratio) ?? {};
  const [over, under] = [quantityWords(numerator), quantityWords(denominator)];
  return over && under ? `${over} / ${under}` : over;
}

export function whenWords(value: unknown, locale: Locale): string | null {
  const text = textOf(value);
  return text && (partialWords(text, locale) ?? text);
}

export function periodWords(period: unknown, locale: Locale): string | null {
  const { start, end } = objectOf(period) ?? {};
  const [from, to] = [whenWords(start, locale), whenWords(end, locale)];
  if (from && to) return from === to ? from : `${from} – ${to}`;
  if (from) return say(locale, 'chart.when.since', { date: from });
  return to && say(locale, 'chart.when.until', { date: to });
}

/** When it was so; most exact first. */
export function resourceWhen(resource: Resource, locale: Locale): string | null {
  for (const stem of ['effective', 'performed', 'occurrence', 'onset', 'timing', 'identified']) {
    const words = valueWords(resource, stem, locale);
    if (words) return words;
  }
  const period = periodWords(resource['period'], locale);
  if (period) return period;
  for (const name of [
    'started',
    'authoredOn',
    'recordedDate',
    'dateAsserted',
    'issued',
    'dateTime',
    'date',
    'created',
    'whenHandedOver',
    'whenPrepared',
    'sent',
    'recorded',
    'dateWritten',
  ]) {
    const words = whenWords(resource[name], locale);
    if (words) return words;
  }
  const collected = valueWords(objectOf(resource['collection']) ?? {}, 'collected', locale);
  if (collected) return collected;
  const { start, end } = resource;
  // Of an appointment: nothing goes on since then.
  const booked = end ? periodWords({ start, end }, locale) : whenWords(start, locale);
  return booked ?? whenWords(memberAt(resource['content'], 'attachment', 'creation'), locale);
}

/** A person's or a hospital's name, as it is used. */
export function nameWords(resource: Resource): string | null {
  if (typeof resource['name'] === 'string') return textOf(resource['name']);
  const names = objectsOf(resource['name']);
  const name = names.find(({ use }) => use === 'official' || use === 'usual') ?? names[0];
  if (!name) return null;
  const parts = [...listOf(name['given']), name['family']].flatMap((part) => textOf(part) ?? []);
  return textOf(name['text']) ?? (parts.length > 0 ? parts.join(' ') : null);
}
