import { OkaeriError, defaultAvailability, minuteOf, minutesADay, timeOfMinute } from '@okaeri/contracts';
import type { AvailabilityForm, PersonId } from '@okaeri/contracts';
import { isZone, now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { Availability, AvailabilityDay, AvailabilityRule } from '../entities';

/** Which hours are assumed of whom nothing is written. */
export type ResourceKind = keyof typeof defaultAvailability;

export interface WrittenAvailability {
  form: AvailabilityForm;
  /** Nobody has written anything. */
  assumed: boolean;
  changedBy: PersonId | null;
  changedAt: Availability['changedAt'] | null;
}

/** As the form shows it; where nothing is written, what is assumed, at version 0. */
export async function readAvailability(
  em: EntityManager,
  resourceId: string,
  kind: ResourceKind,
): Promise<WrittenAvailability> {
  const written = await em.findOneBy(Availability, { resourceId });
  if (!written) return { form: assumedForm(kind), assumed: true, changedBy: null, changedAt: null };
  const [rules, days] = await Promise.all([
    em.find(AvailabilityRule, {
      where: { resourceId },
      order: { weekday: 'ASC', fromMinute: 'ASC', kind: 'ASC', id: 'ASC' },
    }),
    em.find(AvailabilityDay, { where: { resourceId }, order: { day: 'ASC', fromMinute: 'ASC', id: 'ASC' } }),
  ]);
  const { zone, noticeMinutes, bufferMinutes, perDay, goodFrom, goodTo, holidays, version } = written;
  const form: AvailabilityForm = {
    ...{ zone, noticeMinutes, bufferMinutes, perDay, holidays, version },
    good: [timeOfMinute(goodFrom), timeOfMinute(goodTo)],
    rules: rules.map(({ kind: what, weekday, fromMinute, toMinute, validFrom, validTo }) => ({
      ...{ kind: what, weekday, validFrom, validTo },
      from: timeOfMinute(fromMinute),
      to: timeOfMinute(toMinute),
      overnight: toMinute >= minutesADay,
    })),
    days: days.map(({ kind: what, day, fromMinute, toMinute, reason }) => {
      const whole = fromMinute === 0 && toMinute === minutesADay;
      const [from, to] = whole ? [null, null] : [timeOfMinute(fromMinute), timeOfMinute(toMinute)];
      return { ...{ kind: what, date: day, from, to, reason } };
    }),
  };
  return { form, assumed: false, changedBy: written.changedBy, changedAt: written.changedAt };
}

/** Throws `version_changed` to a page that does not know of another change, and `zone_unknown`. */
export async function writeAvailability(
  em: EntityManager,
  resourceId: string,
  form: AvailabilityForm,
  by: PersonId,
): Promise<void> {
  if (form.zone !== null && !isZone(form.zone)) {
    throw new OkaeriError('zone_unknown', {}, { fields: [{ path: 'zone', code: 'zone_unknown' }] });
  }
  const [goodFrom, goodTo] = [minuteOf(form.good[0]), minuteOf(form.good[1]) || minutesADay];
  const written: unknown[] = await em.query(
    `insert into availability as a (resource_id, zone, notice_minutes, buffer_minutes, per_day, good_from, good_to, holidays,
                                    version, changed_by, changed_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10
      where $11 = 0 or exists (select from availability where resource_id = $1)
     on conflict (resource_id) do update
        set zone = excluded.zone, notice_minutes = excluded.notice_minutes, buffer_minutes = excluded.buffer_minutes,
            per_day = excluded.per_day, good_from = excluded.good_from, good_to = excluded.good_to,
            holidays = excluded.holidays, version = a.version + 1, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at
      where a.version = $11
     returning 1`,
    [
      ...[resourceId, form.zone, form.noticeMinutes, form.bufferMinutes, form.perDay, goodFrom, goodTo],
      ...[[...new Set(form.holidays)], by, toIso(now()), form.version],
    ],
  );
  if (written.length === 0) {
    const found = await em.findOneBy(Availability, { resourceId });
    throw new OkaeriError('version_changed', {}, { version: found?.version ?? 0 });
  }
  await em.delete(AvailabilityRule, { resourceId });
  await em.delete(AvailabilityDay, { resourceId });
  await em.insert(
    AvailabilityRule,
    form.rules.map(({ kind, weekday, from, to, overnight, validFrom, validTo }) => ({
      ...{ resourceId, kind, weekday, validFrom, validTo },
      fromMinute: minuteOf(from),
      toMinute: minuteOf(to) + (overnight ? minutesADay : 0),
    })),
  );
  await em.insert(
    AvailabilityDay,
    form.days.map(({ kind, date, from, to, reason }) => {
      const [fromMinute, toMinute] = [minuteOf(from ?? '00:00'), minuteOf(to ?? '00:00')];
      return {
        ...{ resourceId, kind, day: date, fromMinute, reason },
        toMinute: toMinute <= fromMinute ? toMinute + minutesADay : toMinute,
      };
    }),
  );
}

function assumedForm(kind: ResourceKind): AvailabilityForm {
  const { open, good, noticeMinutes, bufferMinutes } = defaultAvailability[kind];
  return {
    ...{ zone: null, noticeMinutes, bufferMinutes, perDay: null, holidays: [], days: [], version: 0 },
    good: [timeOfMinute(good[0]), timeOfMinute(good[1])],
    rules: open.weekdays.map((weekday) => ({
      ...{ kind: 'open' as const, weekday, validFrom: null, validTo: null },
      from: timeOfMinute(open.from),
      to: timeOfMinute(open.to),
      overnight: open.to >= minutesADay,
    })),
  };
}
