import { cleanNarrative, listOf, memberAt, objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json, Kept, Resource } from '@okaeri/chart';
import type { Locale, RecordLine } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { changesMeaning } from '../import/modifiers';
import { pressureOf } from '../measures/pressure';
import { codingWords, conceptWords, conceptsWords, interpretationWords, missingWords, reasonWords } from './concept';
import { detailsOf, reachedAt } from './details';
import { doseWords, timingWords } from './dosage';
import { elementWords, everyAt, fieldsOf, titled } from './fields';
import { forbiddenWords, statusWords } from './status';
import { typeWords } from './type';
import { nameWords, referenceWords, resourceWhen, valueWords, whenWords } from './value';

export type Resolve = (reference: string) => Kept | null;

/** A line, whether it says what it is about, and which other resources it says something of. */
export interface Read {
  line: RecordLine;
  told: boolean;
  with: Kept[];
}

/** What a reader sees of one resource. */
export function readLine(kept: Kept, locale: Locale, resolve: Resolve): Read {
  const { body } = kept;
  const reader = new LineReader(body, locale, resolve);
  const title = reader.title();
  return {
    line: {
      lineId: kept.id,
      type: body.resourceType,
      title: title ?? say(locale, 'chart.untitled', { type: typeWords(body.resourceType, locale) }),
      said: [...new Set(reader.said().map((words) => withoutTitle(words, title)))].filter((words) => words !== title),
      when: resourceWhen(body, locale),
      understood: kept.understood,
      attachments: [],
    },
    told: title !== null,
    with: reader.with,
  };
}

/** What follows "Stroke" under the title "Stroke". */
function withoutTitle(words: string, title: string | null): string {
  if (!title || !words.startsWith(title)) return words;
  const mark = /^\s?[:：,、]\s*(?=\S)/u.exec(words.slice(title.length));
  return mark ? words.slice(title.length + mark[0].length) : words;
}

/** Members that are concepts and say what a resource is about, in the order of their use. */
const about = [
  ...(['code', 'vaccineCode', 'medicationCodeableConcept', 'relationship', 'type', 'procedure'] as const),
  'deviceCodeableConcept',
] as const;
/** Under what it is filed, where nothing else says what it is. */
const filing = ['category', 'modality', 'scope', 'class', 'serviceType', 'specialty'] as const;
const texts = ['title', 'description', 'summary', 'comment', 'conclusion'] as const;
const people = [
  'performer',
  'asserter',
  'recorder',
  'author',
  'informationSource',
  'requester',
  'custodian',
  'sender',
  'agent',
] as const;
const plainConcepts = ['severity', 'bodySite', 'site', 'route', 'outcome', 'statusReason'] as const;
const events = new Set(['MedicationDispense', 'MedicationAdministration']);
const severities = ['mild', 'moderate', 'severe'] as const;

class LineReader {
  readonly with: Kept[] = [];

  constructor(
    private readonly resource: Resource,
    private readonly locale: Locale,
    private readonly resolve: Resolve,
  ) {}

  title(): string | null {
    const { resource, locale } = this;
    const named = 'name' in resource ? nameWords(resource) : null;
    if (named) return named;
    if (resource.resourceType === 'Composition')
      return textOf(resource['title']) ?? conceptWords(resource['type'], locale);
    if (resource.resourceType === 'DocumentReference') {
      const own = textOf(resource['description']) ?? textOf(memberAt(resource['content'], 'attachment', 'title'));
      if (own) return own;
    }
    const own = this.#concept(about) ?? this.#within();
    if (own) return own;
    // As FHIR R5 writes a medicine: a concept, or a reference, under one name.
    const newer = conceptWords(memberAt(resource, 'medication', 'concept'), locale);
    if (newer) return newer;
    const newerReference = this.#reference(memberAt(resource, 'medication', 'reference'));
    if (newerReference) return newerReference;
    for (const name of ['medicationReference', 'device', 'practitioner', 'organization', 'focus']) {
      const words = this.#reference(resource[name]);
      if (words) return words;
    }
    const device = objectsOf(resource['deviceName']).flatMap(({ name }) => textOf(name) ?? []);
    if (device[0]) return device[0];
    for (const name of texts) {
      const words = textOf(resource[name]) ?? conceptWords(resource[name], locale);
      if (words) return words;
    }
    return this.#concept(filing) ?? reasonWords(resource['code'], locale) ?? untitled(resource);
  }

  /** The first of these members that says something. */
  #concept(members: readonly string[]): string | null {
    for (const name of members) {
      const found = conceptsWords(this.resource[name], this.locale);
      const words = found.length > 0 ? found.join(', ') : codingWords(this.resource[name], this.locale);
      if (words) return words;
    }
    return null;
  }

  /** What is named within, in kinds that have no name above. */
  #within(): string | null {
    for (const path of titled[this.resource.resourceType] ?? []) {
      const found = everyAt(this.resource, path).flatMap(
        (each) => elementWords(each, this.locale, (reference) => this.#reference(reference)) ?? [],
      );
      if (found.length > 0) return [...new Set(found)].join(', ');
    }
    return null;
  }

  said(): string[] {
    const { resource, locale } = this;
    const value = valueWords(resource, 'value', locale) ?? missingWords(resource['dataAbsentReason'], locale);
    return [
      // Before everything else: whoever reads the rest as it stands may be wrong.
      ...(changesMeaning(resource) ? [say(locale, 'chart.line.modified')] : []),
      ...(value ? [value] : []),
      // Under the same name there may be a prescription, which goes without saying.
      ...(events.has(resource.resourceType) ? [typeWords(resource.resourceType, locale)] : []),
      ...statusWords(resource, locale),
      ...plainConcepts.flatMap((name) => conceptsWords(resource[name], locale)),
      ...interpretationWords(resource['interpretation'], locale),
      ...this.#components(objectsOf(resource['component'])),
      ...this.#ranges(),
      ...doseWords(resource, locale),
      ...this.#reactions(),
      ...objectsOf(resource['activity']).flatMap((each) => this.#activity(each)),
      ...detailsOf(resource, locale, (reference) => this.#target(reference)),
      ...fieldsOf(resource, locale, (reference) => this.#reference(reference)),
      ...texts.flatMap((name) => textOf(resource[name]) ?? []),
      ...this.#born(),
      ...this.#by(),
      ...objectsOf(resource['note']).flatMap(({ text }) => textOf(text) ?? []),
    ];
  }

  #components(parts: Json[]): string[] {
    const pressure = pressureOf(parts);
    const rest = (pressure?.rest ?? parts).flatMap((part) => this.#component(part));
    return pressure ? [pressure.words, ...rest] : rest;
  }

  #component(part: Json): string[] {
    const what = conceptWords(part['code'], this.locale);
    const value = valueWords(part, 'value', this.locale) ?? missingWords(part['dataAbsentReason'], this.locale);
    return what && value ? [say(this.locale, 'chart.line.part', { what, value })] : [];
  }

  #ranges(): string[] {
    const ranges = objectsOf(this.resource['referenceRange']).flatMap(
      (range) => referenceWords(range, this.locale) ?? [],
    );
    return ranges.map((range) => say(this.locale, 'chart.line.range', { range }));
  }

  #reactions(): string[] {
    const { resource, locale } = this;
    const title = conceptWords(resource['code'], locale);
    const found = objectsOf(resource['reaction']).flatMap(
      ({ manifestation, description, severity, substance, note }) => {
        const degree = severities.find((each) => each === severity);
        const words = [
          ...conceptsWords(
            listOf(manifestation).map((each) => objectOf(each)?.['concept'] ?? each),
            locale,
          ),
          ...(textOf(description) ? [textOf(description)] : []),
          ...(degree ? [say(locale, `chart.severity.${degree}`)] : []),
        ];
        const to = conceptWords(substance, locale);
        const notes = objectsOf(note).flatMap(({ text }) => textOf(text) ?? []);
        const reaction = words.join(', ') || to;
        if (!reaction) return notes;
        // The one of several, or the ingredient, that it was.
        if (to && to !== title && words.length > 0)
          return [say(locale, 'chart.line.reactionTo', { substance: to, reaction }), ...notes];
        return [say(locale, 'chart.line.reaction', { reaction }), ...notes];
      },
    );
    return resource['criticality'] === 'high' ? [say(locale, 'chart.line.critical'), ...found] : found;
  }

  #activity(activity: Json): string[] {
    const detail = objectOf(activity['detail']);
    const words = conceptWords(detail?.['code'], this.locale) ?? textOf(detail?.['description']);
    if (!detail || !words) return [];
    const when =
      timingWords(objectOf(detail['scheduledTiming']), this.locale) ?? valueWords(detail, 'scheduled', this.locale);
    return [[words, ...forbiddenWords(detail, this.locale), ...(when ? [when] : [])].join(': ')];
  }

  #born(): string[] {
    const date = whenWords(this.resource['birthDate'], this.locale);
    return date ? [say(this.locale, 'chart.line.born', { date })] : [];
  }

  #by(): string[] {
    const names = people.flatMap((name) =>
      objectsOf(this.resource[name]).flatMap((each) => this.#reference(each['actor'] ?? each['who'] ?? each) ?? []),
    );
    return names.length > 0 ? [say(this.locale, 'chart.line.by', { name: [...new Set(names)].join(', ') })] : [];
  }

  /** What a reference leads to is called, one step far: a circle of them ends here. */
  #reference(given: unknown): string | null {
    const reference = objectOf(given);
    if (!reference) return null;
    const address = textOf(reference['reference']);
    const found = !address || address.startsWith('#') ? null : this.resolve(address);
    const target = this.#target(reference);
    const words = target && (nameWords(target) ?? titleOf(target, this.locale));
    if (found && words) this.with.push(found);
    return words ?? textOf(reference['display']);
  }

  #target(given: unknown): Resource | null {
    const address = textOf(objectOf(given)?.['reference']);
    if (!address) return null;
    return address.startsWith('#') ? this.#contained(address.slice(1)) : (this.resolve(address)?.body ?? null);
  }

  #contained(id: string): Resource | null {
    const found = objectsOf(this.resource['contained']).find((each) => each['id'] === id);
    return found && typeof found['resourceType'] === 'string' ? (found as Resource) : null;
  }
}

/** Of what has no name of its own: where it is, the first that was asked, or how the text begins that its sender wrote for people. */
function untitled(resource: Resource): string | null {
  const place = resource.resourceType === 'Location' ? reachedAt(resource).join(', ') : '';
  return textOf(place) ?? textOf(memberAt(resource['item'], 'text')) ?? beginningOf(resource);
}

const longestTitle = 120;

function beginningOf(resource: Resource): string | null {
  const html = cleanNarrative(textOf(memberAt(resource['text'], 'div')) ?? '')?.html ?? '';
  const words = html.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => marks[name] ?? ' ');
  const line = words.replace(/\s+/g, ' ').trim();
  return textOf([...line].length > longestTitle ? `${[...line].slice(0, longestTitle).join('')}…` : line);
}

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const titleOf = (resource: Resource, locale: Locale): string | null =>
  conceptWords(resource['code'], locale) ?? conceptWords(resource['type'], locale);
