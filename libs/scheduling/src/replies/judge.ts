import { nameFor, readPerson } from '@okaeri/access';
import type { Ledger } from '@okaeri/access';
import { confirmSeat, declineSeat, readVisit, writeTask } from '@okaeri/care';
import type { Seat, VisitRecord } from '@okaeri/care';
import { OkaeriError, isTold } from '@okaeri/contracts';
import type { Locale, VisitId } from '@okaeri/contracts';
import type { Answer } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { Temporal, momentWords, now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { readReply } from './read-reply';
import type { CalendarReply } from './read-reply';

/** A coordinator reads what a person wrote, or proposes, within a day. */
const readWithinHours = 24;

interface About {
  record: VisitRecord;
  seat: Seat;
}

/**
 * What an answer means for the seat to whose address it came, and does it. The address is the proof of who answers; the
 * rest of the mail is a stranger's. What became of it is a word of ours.
 */
export const judgeAnswer =
  (mailDomain: string, ledger: Pick<Ledger, 'write'>) =>
  async (em: EntityManager, answer: Answer): Promise<string> => {
    const about = await readAbout(em, answer);
    if (!about) return 'seat_unknown';
    const { record, seat } = about;
    await ledger.write({
      ...{ actorId: seat.personId, permission: 'visit.confirm', outcome: 'allowed', via: 'link' },
      ...{ entity: 'visit', entityId: record.visit.id, patientId: record.episode.patientId },
    });
    if (!isTold(record.visit.status) || seat.state === 'removed') return 'visit_over';
    const person = await readPerson(em, seat.personId);
    const replies = answer.calendars.flatMap((each) => readReply(each, person?.zone ?? 'UTC') ?? []);
    const [reply] = replies;
    if (reply) return judgeReply(em, about, reply, mailDomain);
    if (answer.automatic) return 'automatic';
    if (answer.sealed) return toRead(em, about, 'sealed', '');
    return answer.text ? toRead(em, about, 'wrote', answer.text) : 'automatic';
  };

async function readAbout(em: EntityManager, { seatId }: Answer): Promise<About | null> {
  const [row]: { visitId: VisitId }[] = await em.query('select visit_id as "visitId" from seat where id = $1', [
    seatId,
  ]);
  const record = row ? await readVisit(em, row.visitId) : null;
  const seat = record?.seats.find(({ id }) => id === seatId);
  return record && seat ? { record, seat } : null;
}

async function judgeReply(em: EntityManager, about: About, reply: CalendarReply, mailDomain: string): Promise<string> {
  const { visit } = about.record;
  const { personId } = about.seat;
  if (reply.uid.toLowerCase() !== `${visit.id}@${mailDomain}`) return 'other_event';
  if (reply.method === 'COUNTER' && reply.start !== null) return propose(em, about, reply);
  if (reply.method !== 'REPLY') return 'other_method';
  // Some programs count by themselves: what names the present time is about it.
  const present = reply.start === visit.startsAt.epochMilliseconds / 1000;
  if (reply.sequence < visit.calendarSequence && !present) return 'outdated';
  try {
    if (reply.said === 'ACCEPTED') await confirmSeat(em, visit.id, personId);
    else if (reply.said === 'DECLINED') await declineSeat(em, visit.id, personId, reply.comment || undefined);
    else return reply.said === 'TENTATIVE' ? 'tentative' : 'other_answer';
  } catch (err) {
    // Nothing was written before it was refused: a visit that is over by now, or one that she is in.
    if (err instanceof OkaeriError) return err.code;
    throw err;
  }
  return reply.said.toLowerCase();
}

async function propose(em: EntityManager, about: About, { start, comment }: CalendarReply): Promise<string> {
  const { visit } = about.record;
  const locale = await coordinatorsLanguage(em, about.record);
  const instant = Temporal.Instant.fromEpochMilliseconds((start ?? 0) * 1000);
  const when = momentWords({ instant, zone: visit.institutionZone, locale, now: now() });
  return toRead(
    em,
    about,
    'proposed',
    [say(locale, 'told.reply.proposed', { when }), comment].filter(Boolean).join('\n'),
  );
}

/** What a program cannot act upon is read by a person: nobody's words are lost because they came by another way. */
async function toRead(
  em: EntityManager,
  { record, seat }: About,
  what: 'wrote' | 'proposed' | 'sealed',
  note: string,
): Promise<string> {
  const { visit } = record;
  if (visit.startsAt.epochMilliseconds <= now().epochMilliseconds) return 'visit_over';
  const locale = await coordinatorsLanguage(em, record);
  const person = await readPerson(em, seat.personId);
  const role = seat.role === 'physician' || seat.role === 'interpreter' ? seat.role : 'patient';
  const name = person ? nameFor(person, locale, role).display : '';
  const latest = visit.startsAt.subtract({ hours: 1 });
  const within = now().add({ hours: readWithinHours });
  await writeTask(em, visit.id, {
    title: say(locale, `told.reply.task.${what}`, { name }).slice(0, 200),
    note: note || null,
    ownerRole: 'coordinator',
    dueAt: Temporal.Instant.compare(within, latest) < 0 ? within : latest,
    by: null,
  });
  return what;
}

/** A task is written once, in the language of whoever looks after the visit. */
async function coordinatorsLanguage(em: EntityManager, { visit, institution }: VisitRecord): Promise<Locale> {
  const [row]: { language: Locale }[] = await em.query(
    `select p.language from membership m join person p on p.id = m.person_id
      where m.institution_id = $1 and m.role = 'coordinator' and m.revoked_at is null
      order by m.person_id = $2 desc nulls last, p.id limit 1`,
    [institution.id, visit.bookedBy],
  );
  return row?.language ?? 'en';
}
