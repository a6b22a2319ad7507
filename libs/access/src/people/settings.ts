import { minuteOf } from '@okaeri/contracts';
import type { PersonId, SettingsForm, WelcomeForm } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { Person } from '../people.entities';
import { Session } from '../session.entity';
import { announcePerson } from './addresses';
import { requireZone } from './invitations';

type Planned = Pick<Person, 'reminders' | 'zone' | 'quietFrom' | 'quietTo' | 'channels' | 'phone' | 'phoneState'>;

/** What a person chooses for herself. What she left out stays as it is. */
export async function saveSettings(em: EntityManager, personId: PersonId, form: SettingsForm): Promise<void> {
  requireZone(form.zone);
  const before = await em.findOneByOrFail(Person, { id: personId });
  const { quiet, ...rest } = form;
  const given: Partial<Person> = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (quiet !== undefined) {
    Object.assign(given, { quietFrom: quiet && minuteOf(quiet.from), quietTo: quiet && minuteOf(quiet.to) });
  }
  // One that she writes down anew may work.
  if (given.phone !== undefined) given.phoneState = given.phone === before.phone ? before.phoneState : 'unknown';
  await em.update(Person, { id: personId }, { ...given, version: before.version + 1 });
  // The hours are those of her own clock.
  const planned = ({ reminders, zone, quietFrom, quietTo, channels, phone, phoneState }: Planned) =>
    [reminders, quietFrom, quietTo, quietFrom === null ? null : zone, channels, phone, phoneState].join(' ');
  if (planned(before) !== planned(Object.assign({}, before, given)))
    await emit(em, 'person.remindersSet', { personId });
  await announcePerson(em, personId);
}

/** Said once, on the first page that she sees. */
export async function saveWelcome(em: EntityManager, personId: PersonId, form: WelcomeForm): Promise<void> {
  requireZone(form.zone);
  const { version } = await em.findOneByOrFail(Person, { id: personId });
  await em.update(Person, { id: personId }, { ...form, welcomedAt: now(), version: version + 1 });
  await announcePerson(em, personId);
}

/** Her sessions that still count, the newest first. */
export async function readSessions(em: EntityManager, personId: PersonId): Promise<Session[]> {
  return em
    .createQueryBuilder(Session, 's')
    .where('s.person_id = :personId and s.revoked_at is null', { personId })
    .andWhere('least(s.expires_at, s.absolute_until) > :now', { now: toIso(now()) })
    .orderBy('s.created_at', 'DESC')
    .limit(50)
    .getMany();
}
