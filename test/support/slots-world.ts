import { randomUUID } from 'node:crypto';
import type { EpisodeId, InstitutionId, PersonId } from '@okaeri/contracts';
import { dateOfDay, dayNumber } from '@okaeri/words/time';
import type { DataSource } from 'typeorm';
import { clockOf, farClocks } from './far-clocks';
import { instantText } from './oracle';

/** How much of everything there is. */
export interface SlotsSize {
  patients: number;
  physicians: number;
  interpreters: number;
  rooms: number;
  visits: number;
  outside: number;
  days: number;
}

export interface SlotsPatient {
  id: PersonId;
  episodeId: EpisodeId;
  zone: string;
}

export interface SlotsWorld {
  institutionId: InstitutionId;
  patients: readonly SlotsPatient[];
  physicians: readonly PersonId[];
  interpreters: readonly PersonId[];
  rooms: readonly string[];
}

/** Numbers that look like chance and are the same each time (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const zones = Object.keys(farClocks);
const countries: Record<string, string> = {
  ...{ 'America/Toronto': 'CA', 'America/New_York': 'US', 'America/Vancouver': 'CA', 'Europe/Paris': 'FR' },
  ...{ 'Asia/Tokyo': 'JP', 'Asia/Ho_Chi_Minh': 'VN', 'Asia/Seoul': 'KR', 'Asia/Shanghai': 'CN' },
};
const countryOf = (zone: string) => countries[zone] ?? 'JP';

type Row = Record<string, unknown>;

/** Many rows of a table in a few statements; the columns are those of the first. */
async function insert(data: DataSource, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  for (let at = 0; at < rows.length; at += 5000) {
    await data.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.slice(at, at + 5000))],
    );
  }
}

const person = (id: string, zone: string, language: string, languages: string[] = []): Row => ({
  ...{ id, zone, language, languages, name: `Test ${id.slice(0, 4)}`, name_latin: 'Test', place: { en: 'Somewhere' } },
  ...{ country: countryOf(zone), sex: 'unknown', email_state: 'unknown', reminders: [], steward: false, version: 1 },
  ...{ demo: false, created_at: '2026-01-01T00:00Z', channels: ['email', 'app'], phone_state: 'unknown' },
});

/** A hospital in Osaka with real weeks, days off, holidays, calendars elsewhere, and visits that begin on `firstDay` (ISO). */
export async function slotsWorld(data: DataSource, size: SlotsSize, firstDay: string, seed = 5): Promise<SlotsWorld> {
  const pick = chance(seed);
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const institutionId = randomUUID() as InstitutionId;
  await insert(data, 'institution', [
    {
      ...{ id: institutionId, name: { en: 'Hospital' }, city: { en: 'Osaka' }, country: 'JP', zone: 'Asia/Tokyo' },
      ...{ phone: '+81 6 0000 0000' },
    },
  ]);
  const many = (count: number, zoneOf: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => ({ id: randomUUID(), zone: zoneOf(at) }));
  const patients = many(size.patients, (at) => zones[at % zones.length] as string);
  const physicians = many(size.physicians, (at) => (at % 7 === 0 ? oneOf(zones) : 'Asia/Tokyo'));
  const interpreters = many(size.interpreters, (at) => (at % 3 === 0 ? oneOf(zones) : 'Asia/Tokyo'));
  const rooms = many(size.rooms, () => 'Asia/Tokyo');
  await insert(data, 'person', [
    ...patients.map(({ id, zone }) => person(id, zone, 'en')),
    ...physicians.map(({ id, zone }) => person(id, zone, 'ja')),
    ...interpreters.map(({ id, zone }) => person(id, zone, 'ja', ['ja', 'en'])),
  ]);
  const members = { physician: physicians, interpreter: interpreters };
  await insert(
    data,
    'membership',
    Object.entries(members).flatMap(([role, list]) =>
      list.map(({ id }) => ({ person_id: id, institution_id: institutionId, role })),
    ),
  );
  await insert(
    data,
    'thing',
    rooms.map(({ id }, at) => ({
      ...{ id, institution_id: institutionId, kind: at % 2 === 0 ? 'room' : 'device', name: `Room ${at}`, version: 1 },
      demo: false,
    })),
  );
  const cases = patients.map((patient) => ({ ...patient, episodeId: randomUUID() }));
  await insert(
    data,
    'care_relation',
    cases.map(({ id }) => ({
      ...{ id: randomUUID(), patient_id: id, institution_id: institutionId, kind: 'treatment' },
      starts_at: '2026-01-01T00:00Z',
    })),
  );
  await insert(
    data,
    'episode',
    cases.map(({ id, episodeId }) => ({
      ...{ id: episodeId, patient_id: id, institution_id: institutionId, title: { en: 'Follow-up' }, demo: false },
    })),
  );
  const first = dayNumber(firstDay);
  const scheduled = [
    ...patients.map((each) => ({ ...each, kind: 'patient' as const })),
    ...physicians.map((each) => ({ ...each, kind: 'physician' as const })),
    ...interpreters.map((each) => ({ ...each, kind: 'interpreter' as const })),
    ...rooms.map((each) => ({ ...each, kind: 'room' as const })),
  ];
  const written = scheduled.filter(({ kind }) => pick(4) > 0 || kind === 'physician');
  const hours = written.map((each) => hoursOf(each, first, size.days, pick));
  await insert(
    data,
    'availability',
    hours.map(({ row }) => row),
  );
  await insert(
    data,
    'availability_rule',
    hours.flatMap(({ rules }) => rules),
  );
  await insert(
    data,
    'availability_day',
    hours.flatMap(({ days }) => days),
  );
  await book(data, { cases, physicians, interpreters, rooms, size, first, pick });
  await elsewhere(data, [...physicians, ...interpreters], size, first, pick);
  await data.query('analyze');
  return {
    institutionId,
    patients: cases as unknown as SlotsPatient[],
    physicians: physicians.map(({ id }) => id as PersonId),
    interpreters: interpreters.map(({ id }) => id as PersonId),
    rooms: rooms.map(({ id }) => id),
  };
}

type Kind = 'patient' | 'physician' | 'interpreter' | 'room';

function hoursOf(
  { id, zone, kind }: { id: string; zone: string; kind: Kind },
  first: number,
  days: number,
  pick: (below: number) => number,
) {
  const row = {
    ...{ resource_id: id, zone: pick(3) === 0 ? zone : null, version: 1, changed_at: '2026-01-01T00:00Z' },
    notice_minutes: [0, 60, 120, 1440][pick(4)],
    buffer_minutes: kind === 'patient' ? 0 : [0, 5, 10, 15][pick(4)],
    per_day: kind === 'room' ? null : [null, 3, 6, 8][pick(4)],
    ...{ good_from: 540 + 30 * pick(3), good_to: 1080 + 30 * pick(5) },
    holidays: pick(3) > 0 ? [countryOf(zone)] : [],
  };
  const rule = (what: string, weekday: number, from: number, to: number): Row => ({
    ...{ id: randomUUID(), resource_id: id, kind: what, weekday, from_minute: from, to_minute: to },
    ...{ valid_from: null, valid_to: pick(20) === 0 ? dateOfDay(first + pick(days)) : null },
  });
  const week = kind === 'patient' || kind === 'room' ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
  const opens = kind === 'patient' ? 420 : 480 + 30 * pick(3);
  const closes = kind === 'patient' ? 1290 : 1020 + 30 * pick(4);
  const onCall = 1 + pick(7);
  const exception = (): Row => {
    const [what, from] = [pick(3) > 0 ? 'off' : 'open', pick(2) * 480];
    return {
      ...{ id: randomUUID(), resource_id: id, kind: what, day: dateOfDay(first + pick(days)), from_minute: from },
      ...{ to_minute: from + 480 + pick(480), reason: null },
    };
  };
  return {
    row,
    rules: [
      ...week.map((weekday) => rule('open', weekday, opens, closes)),
      ...(kind === 'patient' || kind === 'room' ? [] : week.map((weekday) => rule('break', weekday, 720, 780))),
      ...(kind === 'physician' ? [rule('on_call', onCall, 1320, 1800)] : []),
    ],
    days: Array.from({ length: 4 + pick(8) }, exception),
  };
}

interface Booked {
  cases: readonly { id: string; episodeId: string; zone: string }[];
  physicians: readonly { id: string; zone: string }[];
  interpreters: readonly { id: string; zone: string }[];
  rooms: readonly { id: string }[];
  size: SlotsSize;
  first: number;
  pick: (below: number) => number;
}

/** Visits as a hospital has them: in its office hours mostly, none over another of the same person. */
async function book(data: DataSource, booked: Booked): Promise<void> {
  const { cases, physicians, interpreters, rooms, size, first, pick } = booked;
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const cells = new Set<string>();
  const [visits, seats, claims, tasks]: [Row[], Row[], Row[], Row[]] = [[], [], [], []];
  for (let tries = 0; visits.length < size.visits && tries < size.visits * 20; tries += 1) {
    const [patient, physician, interpreter] = [oneOf(cases), oneOf(physicians), oneOf(interpreters)];
    const room = pick(3) === 0 && rooms.length > 0 ? [oneOf(rooms).id] : [];
    const minutes = [15, 30, 30, 45, 60][pick(5)] as number;
    // 8:00 to 22:00 in Osaka.
    const start = (first + pick(size.days)) * 1440 + 480 - 540 + 15 * pick(56);
    const taken = [patient.id, physician.id, interpreter.id, ...room].flatMap((id) =>
      Array.from({ length: minutes / 15 }, (_, at) => `${id} ${start + 15 * at}`),
    );
    if (taken.some((cell) => cells.has(cell))) continue;
    for (const cell of taken) cells.add(cell);
    const id = randomUUID();
    const wallIn = (zone: string) => `${instantText(start + clockOf(zone)(start)).slice(0, 16)}:00`;
    visits.push({
      ...{ id, episode_id: patient.episodeId, starts_at: instantText(start), minutes, status: 'booked', kind: 'visit' },
      ...{ patient_zone: patient.zone, institution_zone: 'Asia/Tokyo', patient_wall: wallIn(patient.zone) },
      ...{
        institution_wall: wallIn('Asia/Tokyo'),
        tzdata: process.versions.tz,
        version: 1,
        demo: false,
        calendar_sequence: 0,
      },
      ...{ created_at: '2026-01-01T00:00Z', late_by: [], self_booked: false },
    });
    // Everything is weighed: a house at rest, not one that looks into 20,000 visits meanwhile.
    tasks.push({
      ...{ episode_id: patient.episodeId, visit_id: id, source: 'scheduling', kind: 'presence', owner_role: 'patient' },
      ...{ owner_id: patient.id, due_at: instantText(start - 2880), state: 'done', done_at: '2026-01-01T00:00Z' },
    });
    const people = { patient, physician, interpreter };
    for (const [role, { id: personId, zone }] of Object.entries(people)) {
      const told = pick(2) === 0 ? { zone, wall: wallIn(zone) } : { zone: null, wall: null };
      seats.push({
        ...{ id: randomUUID(), visit_id: id, person_id: personId, role, language: 'en', state: 'invited', version: 1 },
        ...told,
      });
    }
    const during = `[${instantText(start)},${instantText(start + minutes)})`;
    const resources = [patient.id, physician.id, interpreter.id, ...room];
    claims.push(...resources.map((resourceId) => ({ visit_id: id, resource_id: resourceId, during })));
  }
  await insert(data, 'visit', visits);
  await insert(data, 'seat', seats);
  await insert(data, 'claim', claims);
  await insert(data, 'task', tasks);
}

/** Busy times that were read from calendars elsewhere, also by odd minutes and over each other. */
async function elsewhere(
  data: DataSource,
  staff: readonly { id: string }[],
  { outside, days }: SlotsSize,
  first: number,
  pick: (below: number) => number,
): Promise<void> {
  const links = staff.filter(() => pick(2) === 0).map(({ id }) => ({ id: randomUUID(), personId: id }));
  if (links.length === 0) return;
  await insert(
    data,
    'calendar_link',
    links.map(({ id, personId }) => ({
      ...{ id, person_id: personId, kind: 'ics', host: 'calendar.example', url: '\\x00', writes: false, version: 1 },
      ...{ state: pick(8) === 0 ? 'stale' : 'works', next_at: '2100-01-01T00:00Z', worked_at: '2026-01-01T00:00Z' },
    })),
  );
  const rows = new Map<string, Row>();
  for (let at = 0; at < outside; at += 1) {
    const link = links[pick(links.length)] as (typeof links)[number];
    const from = (first + pick(days)) * 1440 + pick(1440);
    const row = {
      ...{ link_id: link.id, person_id: link.personId, from_at: instantText(from) },
      to_at: instantText(from + 10 + pick(180)),
    };
    rows.set(Object.values(row).join(' '), row);
  }
  await insert(data, 'busy_time', [...rows.values()]);
}
