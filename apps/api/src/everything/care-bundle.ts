import { localized } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import type { Locale, VisitStatus } from '@okaeri/contracts';
import { toInstant, toIso } from '@okaeri/words/time';
import type { EverythingFacts, FileFacts, Named } from './facts';

type Resource = { resourceType: string; id: string } & Record<string, unknown>;

const genders = { female: 'female', male: 'male', other: 'other', unknown: 'unknown' } as const;
/** Ours are FHIR's words already, but for what she is never shown. */
const appointment: Partial<Record<VisitStatus, string>> = {
  ...{ booked: 'booked', arrived: 'arrived', fulfilled: 'fulfilled', cancelled: 'cancelled', noshow: 'noshow' },
};
const loinc = (code: string, display: string) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
const patientOf = ({ person }: EverythingFacts) => ({ reference: `Patient/${person.id}` });
const who = ({ id, name }: Named, patientId: string) =>
  id === patientId ? { reference: `Patient/${id}`, display: name } : { display: name };
const iso = (at: Date | null) => (at ? toIso(toInstant(at)) : undefined);

/** Where a file lies in the archive; its name was cleaned when it came. */
export const pathOfFile = ({ id, name }: Pick<FileFacts, 'id' | 'name'>): string => `files/${id}/${name}`;
export const pathOfImport = ({ id }: { id: string }): string => `originals/${id}.json`;
export const pathOfUpload = ({ id, name }: { id: string; name: string }): string => `originals/${id}/${name}`;

/**
 * Pure: visits, notes, messages and files of a patient as FHIR R4 (4.0.1) resources, in one Bundle of type `collection`; files
 * are named by their place in the archive, times are instants in UTC.
 */
export function careBundle(
  facts: EverythingFacts,
  locale: Locale,
): { resourceType: 'Bundle' } & Record<string, unknown> {
  const resources = [patientResource(facts, locale), ...episodes(facts, locale), ...visits(facts), ...notes(facts)];
  const all = [...resources, ...messages(facts), ...files(facts)];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: all.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  };
}

function patientResource({ person }: EverythingFacts, locale: Locale): Resource {
  const { name, nameLatin, nameKana, email, phone } = person;
  const names = [...new Set([name, nameLatin, ...(nameKana ? [nameKana] : [])])];
  return {
    ...{ resourceType: 'Patient', id: person.id, gender: genders[person.sex] },
    ...(person.birthDate ? { birthDate: person.birthDate } : {}),
    name: names.map((text, at) => ({ use: at === 0 ? 'official' : 'usual', text })),
    telecom: [
      ...(email ? [{ system: 'email', value: email }] : []),
      ...(phone ? [{ system: 'phone', value: phone }] : []),
    ],
    address: [{ text: localized(person.place, locale), country: person.country }],
    communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: person.language }] }, preferred: true }],
  };
}

function episodes(facts: EverythingFacts, locale: Locale): Resource[] {
  const text = (words: Localized) => localized(words, locale);
  return facts.episodes.map(({ id, title, treatment, hospital, openedAt, closedAt }) => ({
    ...{ resourceType: 'EpisodeOfCare', id, status: closedAt ? 'finished' : 'active', patient: patientOf(facts) },
    type: [{ text: [text(title), treatment].filter(Boolean).join(': ') }],
    managingOrganization: { display: text(hospital) },
    period: { start: iso(openedAt), ...(closedAt ? { end: iso(closedAt) } : {}) },
  }));
}

function visits(facts: EverythingFacts): Resource[] {
  return facts.visits.map(({ id, status, startsAt, minutes, seats }) => ({
    ...{ resourceType: 'Appointment', id, status: appointment[status] ?? 'entered-in-error' },
    ...{ start: iso(startsAt), end: toIso(toInstant(startsAt).add({ minutes })), minutesDuration: minutes },
    participant: seats.map((seat) => ({
      ...{ type: [{ text: seat.role }], actor: who(seat, facts.person.id), status: 'accepted' },
    })),
  }));
}

function notes(facts: EverythingFacts): Resource[] {
  return facts.notes.map(({ id, number, text, nextSteps, language, by, at, visitId }) => ({
    ...{ resourceType: 'Composition', id: `${id}-${number}`, status: number > 1 ? 'amended' : 'final', language },
    ...{ type: loinc('11488-4', 'Consult note'), title: 'Consult note', date: iso(at), subject: patientOf(facts) },
    author: [who(by, facts.person.id)],
    // The visit that it is about.
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/event-basedOn',
        valueReference: { reference: `Appointment/${visitId}` },
      },
    ],
    section: [
      section(loinc('51847-2', 'Assessment and plan'), text),
      ...(nextSteps ? [section(loinc('18776-5', 'Plan of care note'), nextSteps)] : []),
    ],
  }));
}

const section = (code: object, text: string) => ({
  code,
  text: {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${escaped(text).replaceAll('\n', '<br/>')}</div>`,
  },
});
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function messages(facts: EverythingFacts): Resource[] {
  return facts.messages.map(({ id, at, by, language, text, visitId, episodeId }) => ({
    ...{ resourceType: 'Communication', id, status: 'completed', language, subject: patientOf(facts), sent: iso(at) },
    about: [{ reference: visitId ? `Appointment/${visitId}` : `EpisodeOfCare/${episodeId}` }],
    sender: who(by, facts.person.id),
    payload: [{ contentString: text }],
  }));
}

function files(facts: EverythingFacts): Resource[] {
  return facts.files.map((file) => ({
    ...{ resourceType: 'DocumentReference', id: file.id, status: 'current', subject: patientOf(facts) },
    ...{ date: iso(file.createdAt), author: [who(file.by, facts.person.id)] },
    content: [{ attachment: { contentType: file.type, url: pathOfFile(file), size: file.bytes, title: file.name } }],
    context: { related: [{ reference: `Appointment/${file.visitId}` }] },
  }));
}
