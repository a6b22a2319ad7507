import type { Temporal } from '@okaeri/words/time';

interface Turn {
  at: Temporal.ZonedDateTime;
  from: number;
  to: number;
}

const second = 1_000_000_000;
const two = (value: number) => String(Math.abs(value)).padStart(2, '0');

/** `+0530`; offsets with seconds are none of a zone that people live in now. */
function offset(nanoseconds: number): string {
  const minutes = Math.round(nanoseconds / second / 60);
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`;
}

/** The turns of a zone's clock within a year before and after. */
function turnsAround(visit: Temporal.ZonedDateTime): Turn[] {
  const end = visit.add({ years: 1 });
  const turns: Turn[] = [];
  let at = visit.subtract({ years: 1 }).getTimeZoneTransition('next');
  while (at && at.epochNanoseconds <= end.epochNanoseconds) {
    turns.push({ at, from: at.subtract({ nanoseconds: 1 }).offsetNanoseconds, to: at.offsetNanoseconds });
    at = at.getTimeZoneTransition('next');
  }
  return turns;
}

/** One observance: from this wall time on, by the clock that ended then. */
function part(summer: boolean, wall: string, from: number, to: number): string[] {
  const name = summer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${wall}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${name}`,
  ];
}

function wallOf(at: Temporal.ZonedDateTime, offsetNanoseconds: number): string {
  const shifted = at.toInstant().add({ nanoseconds: offsetNanoseconds }).toString({ fractionalSecondDigits: 0 });
  return shifted.replace(/[-:]/g, '').replace('Z', '');
}

/**
 * The zone of one visit by our own pinned zone data, each turn of the clock written out: a reader's calendar may know
 * older rules, and a rule that repeats for ever would promise what a country may change.
 */
export function vtimezone(visit: Temporal.ZonedDateTime): string {
  const turns = visit.getTimeZoneTransition('next') ? turnsAround(visit) : [];
  const [first] = turns;
  const before = first ? first.from : visit.offsetNanoseconds;
  const summerBefore = first ? first.to < first.from : false;
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${visit.timeZoneId}`,
    ...part(summerBefore, '19700101T000000', before, before),
    ...turns.flatMap(({ at, from, to }) => part(to > from, wallOf(at, from), from, to)),
    'END:VTIMEZONE',
  ].join('\r\n');
}
