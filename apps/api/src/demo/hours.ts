import { availabilityForm } from '@okaeri/contracts';
import type { AvailabilityForm } from '@okaeri/contracts';
import { readAvailability, writeAvailability } from '@okaeri/scheduling';
import type { EntityManager } from 'typeorm';
import { demoPerson } from './people';
import { personId } from './seed';

type Rule = AvailabilityForm['rules'][number];

const on = (weekdays: readonly number[], kind: Rule['kind'], from: string, to: string) =>
  weekdays.map((weekday) => ({ kind, weekday, from, to }));
const workdays = [1, 2, 3, 4, 5];

/** When those of the demo world who are booked can be had, each week, on their own clocks. */
const patterns: Readonly<Record<string, readonly Pick<Rule, 'kind' | 'weekday' | 'from' | 'to'>[]>> = {
  // On Wednesday afternoons he operates.
  sato: [
    ...on(workdays, 'open', '08:00', '17:30'),
    ...on([1, 2, 4, 5], 'break', '12:00', '13:00'),
    ...on([3], 'break', '12:00', '17:30'),
  ],
  hayashi: [...on(workdays, 'open', '10:00', '18:30'), ...on(workdays, 'break', '12:30', '13:30')],
  ito: [...on([1, 2, 4, 5], 'open', '09:00', '16:30'), ...on([6], 'on_call', '09:00', '12:00')],
  // Evenings twice a week, for those who live where it is morning then.
  chen: [...on([1, 2, 3, 4], 'open', '09:00', '17:00'), ...on([1, 4], 'open', '18:00', '21:00')],
  mori: [...on([...workdays, 6], 'open', '07:30', '20:00'), ...on(workdays, 'break', '12:00', '13:00')],
  hoa: [...on([2, 3, 4, 5, 6], 'open', '09:00', '19:00')],
};
const interpreters = { noticeMinutes: 12 * 60, bufferMinutes: 15, perDay: 6 };
const physicians = { noticeMinutes: 2 * 60, bufferMinutes: 10, perDay: 8 };

/** Writes the hours of whom nobody has written any: what somebody changed stays. */
export async function seedHours(em: EntityManager): Promise<void> {
  for (const [persona, rules] of Object.entries(patterns)) {
    const id = personId(persona);
    if (!(await readAvailability(em, id, 'staff')).assumed) continue;
    const { role, country } = demoPerson(persona);
    const form = availabilityForm.parse({
      ...(role === 'interpreter' ? interpreters : physicians),
      ...{ zone: null, good: ['08:30', '18:00'], holidays: [country], rules, days: [], version: 0 },
    });
    await writeAvailability(em, id, form, id);
  }
}
