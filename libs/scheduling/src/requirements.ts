import { requirements } from '@okaeri/care';
import type { Requirement } from '@okaeri/care';

const hour = 60;
const checkedDays = 30;
const source = 'scheduling';

/** What every visit needs before it begins. */
const ours: readonly Requirement[] = [
  {
    ...{ source, kind: 'interpreter', ownerRole: 'coordinator' },
    ...{ dueBeforeMinutes: 72 * hour, escalateBeforeMinutes: 24 * hour },
    // Whoever was asked and has not said is not there yet, also with the seat that she had at an earlier time.
    facts: `
      select null::uuid, seated, null::text, null::uuid,
             case when not seated and not open then greatest(
                  (select max(answered_at) from interpreter_ask where visit_id = $1),
                  (select max(declined_at) from seat where visit_id = $1 and role = 'interpreter')) end from (
         select exists (select from seat s where s.visit_id = $1 and s.role = 'interpreter' and s.state <> 'removed'
                           and s.declined_at is null and not exists (
                               select from interpreter_ask a where a.visit_id = $1 and a.person_id = s.person_id and a.state = 'asked')) as seated,
                exists (select from interpreter_ask where visit_id = $1 and state in ('asked', 'waiting')) as open,
                exists (select from interpreter_ask where visit_id = $1) as asked,
                exists (select from seat s where s.visit_id = $1 and s.role = 'patient' and s.language <> all (
                               select l from seat p join person q on q.id = p.person_id,
                                             unnest(array[p.language, q.language]) as l
                                where p.visit_id = $1 and p.role = 'physician' and p.state <> 'removed')) as unlike) found
       where asked or unlike`,
  },
  {
    ...{ source, kind: 'presence', ownerRole: 'patient' },
    ...{ dueBeforeMinutes: 48 * hour, escalateBeforeMinutes: 12 * hour },
    // Who is there has said so by coming. Who cannot come is the coordinator's at once.
    facts: `
      select s.id, s.confirmed_at is not null and s.declined_at is null or s.state in ('waiting', 'admitted', 'joined'),
             s.role, s.person_id, s.declined_at
        from seat s join visit v on v.id = s.visit_id
       where s.visit_id = $1 and s.state <> 'removed' and s.role in ('patient', 'physician', 'interpreter')
         and v.status in ('booked', 'arrived')`,
  },
  {
    ...{ source, kind: 'device_test', ownerRole: 'patient' },
    ...{ dueBeforeMinutes: 24 * hour, escalateBeforeMinutes: 3 * hour },
    facts: `
      select null::uuid, exists (
               select from ledger l where l.actor_id = s.person_id and l.permission = 'check.run' and l.outcome = 'allowed'
                  and l.at > $2::timestamptz - interval '${checkedDays} days'),
             null::text, s.person_id, null::timestamptz
        from seat s join visit v on v.id = s.visit_id
       where s.visit_id = $1 and s.role = 'patient' and s.state <> 'removed' and v.status in ('booked', 'arrived')`,
  },
];

/** Once in a process that changes visits. */
export function addRequirements(): void {
  for (const each of ours) requirements.add(each);
}
