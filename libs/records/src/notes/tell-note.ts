import { readPerson } from '@okaeri/access';
import type { EventData, InstitutionId, PersonId, VisitId, VisitKind } from '@okaeri/contracts';
import { clockFact, letterOf, nameFact, postMessage, readSender, sentenceOf } from '@okaeri/notify';
import type { Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { now, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

interface NoteFacts {
  visitId: VisitId;
  kind: VisitKind;
  patientId: PersonId;
  authorId: PersonId;
  signedVersions: number;
  startsAt: Date;
  institutionId: InstitutionId;
  demo: boolean;
  read: boolean;
  /** Whether the patient took part: of a conference without her she reads nothing. */
  seated: boolean;
}

async function factsOf(em: EntityManager, noteId: string): Promise<NoteFacts | null> {
  const rows: NoteFacts[] = await em.query(
    `select n.visit_id as "visitId", v.kind, e.patient_id as "patientId", n.author_id as "authorId",
            n.signed_versions as "signedVersions", v.starts_at as "startsAt", e.institution_id as "institutionId", v.demo,
            exists (select 1 from note_read r where r.note_id = n.id and r.number = n.signed_versions
                       and r.person_id = e.patient_id) as read,
            exists (select from seat s where s.visit_id = n.visit_id and s.person_id = e.patient_id) as seated
       from note n join visit v on v.id = n.visit_id join episode e on e.id = n.episode_id
      where n.id = $1`,
    [noteId],
  );
  return rows[0] ?? null;
}

/** The patient is told that there is something to read, once for each version. */
export async function tellNote(em: EntityManager, { noteId, number }: EventData<'note.signed'>): Promise<void> {
  const facts = await factsOf(em, noteId);
  if (!facts?.seated) return;
  const { patientId, demo } = facts;
  const message = { kind: 'note_ready' as const, personId: patientId, entity: 'note', entityId: noteId };
  await postMessage(em, { ...message, sequence: number, dueAt: now(), demo });
}

const wordsOf = {
  visit: {
    first: { subject: 'note.mail.subject', body: 'note.mail.body' },
    again: { subject: 'note.mail.subjectAgain', body: 'note.mail.bodyAgain' },
  },
  conference: {
    first: { subject: 'note.mail.conference.subject', body: 'note.mail.conference.body' },
    again: { subject: 'note.mail.conference.subjectAgain', body: 'note.mail.conference.bodyAgain' },
  },
} as const;

/** No word of what the note says: a mail is read on many screens. */
export const noteMail: Render = async (em, message, reader) => {
  const facts = await factsOf(em, message.entityId);
  // A newer version has a mail of its own, and what was read needs none.
  if (!facts || facts.read || facts.signedVersions !== message.sequence) return null;
  const { locale, zone, origin } = reader;
  const author = await readPerson(em, facts.authorId);
  const date = { date: clockFact(toInstant(facts.startsAt), { zone, place: {}, now: reader.now }) };
  const sender = await readSender(em, facts.institutionId, locale);
  const name = author ? nameFact(author, 'physician') : { text: sender?.names ?? {} };
  const words = wordsOf[facts.kind][message.sequence > 1 ? 'again' : 'first'];
  return letterOf(reader, sender, { key: words.subject }, [
    sentenceOf(locale, { key: words.body, values: { name, date } }),
    { kind: 'button', text: say(locale, 'note.mail.button'), href: `${origin}/visits/${facts.visitId}/note` },
    { kind: 'small', text: say(locale, 'note.mail.small') },
  ]);
};
