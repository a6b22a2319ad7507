import { nameFor, readPeople } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { patientOf } from '@okaeri/chart';
import type { PersonId, VisitId, VisitKind } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { dayWords, toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { RecordsReader } from '../reader';
import type { Told } from './timeline';
import { kindWords } from './timeline';

/** Of a note; all of it is on its own page. */
const lettersMost = 400;

interface Row {
  visitId: VisitId;
  kind: VisitKind;
  startsAt: Date;
  physicians: PersonId[];
  notes: { text: string; nextSteps: string }[];
}

/**
 * Visits of this house that took place, with what was signed about them, as entries of a timeline. They belong to the notes of a
 * record; of a hospital where a reader has no part she reads them nowhere else, and not here. A patient reads of those she was in.
 */
export async function houseEntries(em: EntityManager, reader: RecordsReader, granted: Granted): Promise<Told[]> {
  if (!granted.categories.has('notes')) return [];
  const rows: Row[] = await em.query(entriesSql, [patientOf(granted), reader.personId]);
  const people = await readPeople(
    em,
    rows.flatMap(({ physicians }) => physicians),
  );
  const { locale, zone } = reader;
  return rows.map(({ visitId, kind, startsAt, physicians, notes }) => {
    const start = toInstant(startsAt);
    const names = physicians.flatMap((id) => {
      const person = people.get(id);
      return person ? [nameFor(person, locale, 'physician').display] : [];
    });
    const name = new Intl.ListFormat(locale, { type: 'unit' }).format(names);
    return {
      kind: 'visits',
      at: toIso(start),
      told: {
        ...{ entryId: visitId, kind: 'visits', kindWords: kindWords('visits', locale), flag: null, items: [] },
        when: dayWords(start.toZonedDateTimeISO(zone).toPlainDate().toString(), locale),
        title: say(locale, kind === 'conference' ? 'reading.house.conference' : 'visit.with', { name }),
        said: notes.flatMap(({ text, nextSteps }) => [text, nextSteps].filter(Boolean).map(shortened)),
      },
    };
  });
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= lettersMost ? text : `${letters.slice(0, lettersMost).join('').trimEnd()}…`;
}

const entriesSql = `
  select v.id as "visitId", v.kind, v.starts_at as "startsAt",
         array(select s.person_id from seat s where s.visit_id = v.id and s.role = 'physician' and s.state <> 'removed'
                order by s.person_id) as physicians,
         coalesce((select json_agg(json_build_object('text', w.text, 'nextSteps', w.next_steps) order by w.signed_at)
            from note n join note_version w on w.note_id = n.id and w.number = n.signed_versions
           where n.visit_id = v.id and n.signed_versions > 0), '[]') as notes
    from visit v join episode e on e.id = v.episode_id
   where e.patient_id = $1 and v.status = 'fulfilled'
     and (exists (select from seat s where s.visit_id = v.id and s.person_id = $2 and s.state <> 'removed')
       or ($1 <> $2 and exists (select from membership m where m.institution_id = e.institution_id and m.person_id = $2
                                   and m.role in ('physician', 'coordinator', 'administrator') and m.revoked_at is null)))
   order by v.starts_at desc limit 500`;
