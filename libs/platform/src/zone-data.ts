import { readFile } from 'node:fs/promises';
import { toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

const hostFolder = '/usr/share/zoneinfo';
/** Of every part of the world, those whose clocks are turned, were turned or may be. */
const probes = [
  ...['America/Toronto', 'America/Vancouver', 'America/Edmonton', 'America/St_Johns', 'America/New_York'],
  ...['America/Sao_Paulo', 'America/Santiago', 'America/Mexico_City', 'America/Nuuk', 'Africa/Casablanca'],
  ...['Africa/Cairo', 'Africa/El_Aaiun', 'Africa/Johannesburg', 'Europe/London', 'Europe/Paris', 'Europe/Istanbul'],
  ...['Asia/Beirut', 'Asia/Gaza', 'Asia/Jerusalem', 'Asia/Tehran', 'Asia/Almaty', 'Asia/Kolkata', 'Asia/Kathmandu'],
  ...['Asia/Shanghai', 'Asia/Ho_Chi_Minh', 'Asia/Seoul', 'Asia/Tokyo', 'Australia/Sydney', 'Australia/Lord_Howe'],
  ...['Pacific/Auckland', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Fiji', 'Pacific/Chatham'],
];
const months = 36;

/** The release of the zone data of the machine, for other programs on it; `unknown` where it does not tell. */
async function hostZoneData(): Promise<string> {
  const zones = await readFile(`${hostFolder}/tzdata.zi`, 'latin1').catch(() => '');
  const [, release] = /^# version (\S+)/.exec(zones) ?? [];
  return release ?? ((await readFile(`${hostFolder}/+VERSION`, 'latin1').catch(() => '')).trim() || 'unknown');
}

/**
 * Zones whose clocks PostgreSQL and this process tell differently in the years to come. It does not say which release it
 * has, so it is compared by what it counts; the only place where it counts by any clock but that of Greenwich.
 */
async function differingZones(em: EntityManager): Promise<string[]> {
  const rows: { zone: string; minute: number; theirs: number }[] = await em.query(
    `select zone, (extract(epoch from at) / 60)::int as minute,
            (extract(epoch from (at at time zone zone) - (at at time zone 'UTC')) / 60)::int as theirs
       from unnest($1::text[]) as zone,
            generate_series(date_trunc('month', now(), 'UTC') + interval '12 hours', now() + $2 * interval '1 month', interval '1 month') as at`,
    [probes, months],
  );
  return [
    ...new Set(rows.filter(({ zone, minute, theirs }) => theirs !== offsetAt(zone, minute)).map(({ zone }) => zone)),
  ];
}

const offsetAt = (zone: string, minute: number) =>
  toInstant(minute * 60_000).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;

export interface ZoneData {
  host: string;
  /** `same`, or `differs:` with the zones; `unknown` where it knows not even their names. */
  postgres: string;
}

export async function readZoneData(em: EntityManager): Promise<ZoneData> {
  const postgres = differingZones(em).then(
    (differing) => (differing.length === 0 ? 'same' : `differs: ${differing.join(', ')}`),
    () => 'unknown',
  );
  return { host: await hostZoneData(), postgres: await postgres };
}
