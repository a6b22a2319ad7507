/**
 * The search for times once more, as slow and as plain as it can be said: minute by minute, by rows and by clocks that
 * were written down by hand. It shares nothing with the one that is shipped, and both have to find the same.
 */
export interface SlowRule {
  kind: 'open' | 'break' | 'on_call';
  weekday: number;
  from: number;
  to: number;
  validFrom: number | null;
  validTo: number | null;
}

export interface SlowDay {
  kind: 'off' | 'open';
  day: number;
  from: number;
  to: number;
}

export interface SlowParty {
  /** Minutes from Greenwich at a minute since 1970. */
  clock: (minute: number) => number;
  rules: readonly SlowRule[];
  days: readonly SlowDay[];
  /** Days since 1970 on which she is closed. */
  holidays: readonly number[];
  onCall: boolean;
  /** Visits, which count for the most of a day, and other things that take her time. */
  visits: readonly (readonly [from: number, to: number])[];
  outside: readonly (readonly [from: number, to: number])[];
  buffer: number;
  perDay: number | null;
  notice: number;
  good: readonly [number, number];
  borne: number;
}

export interface SlowWanted {
  from: number;
  to: number;
  now: number;
  minutes: number;
  step: number;
  most: number;
}

export interface SlowFound {
  s: number;
  cost: number;
  choice: number;
}

const day = 24 * 60;

/** Monday is 1; the first day of 1970 was a Thursday. */
const weekdays = [4, 5, 6, 7, 1, 2, 3];

/** Whether her own wall shows a minute at which she may have visits. */
export function isOpen(party: SlowParty, wall: number): boolean {
  const today = Math.floor(wall / day);
  const minute = wall - today * day;
  const said = { open: false, break: false, on_call: false };
  const that = { open: false, off: false };
  // Windows that began today, and those of yesterday that reach over midnight.
  for (const began of [today, today - 1]) {
    const since = began === today ? minute : minute + day;
    for (const rule of party.rules) {
      const valid = (rule.validFrom ?? began) <= began && began <= (rule.validTo ?? began);
      const holds = rule.weekday === weekdays[began % 7] && valid;
      if (holds && rule.from <= since && since < rule.to) said[rule.kind] = true;
    }
    for (const each of party.days) {
      if (each.day === began && each.from <= since && since < each.to) that[each.kind] = true;
    }
  }
  if (that.off) return false;
  if (that.open) return true;
  if (party.holidays.includes(today)) return false;
  if (said.break) return false;
  return said.open || (party.onCall && said.on_call);
}

/** The minutes that something takes of her time, and those shortly before and after it. */
function takenMinutes({ visits, outside, buffer }: SlowParty): Set<number> {
  const taken = new Set<number>();
  for (const [from, to] of [...visits, ...outside]) {
    for (let minute = from - buffer; minute < to + buffer; minute += 1) taken.add(minute);
  }
  return taken;
}

const localDay = ({ clock }: SlowParty, minute: number) => Math.floor((minute + clock(minute)) / day);

function hasRoom(party: SlowParty, s: number): boolean {
  if (party.perDay === null) return true;
  const thatDay = party.visits.filter(([from]) => localDay(party, from) === localDay(party, s));
  return thatDay.length < party.perDay;
}

function discomfort({ clock, good }: SlowParty, s: number, minutes: number): number {
  const begins = (s + clock(s)) % day;
  const early = good[0] - begins;
  const late = begins + minutes - good[1];
  return Math.max(0, early, late);
}

/** Four, and four more for each hour that she had to bear beyond the others, sixteen at most. */
function weightOf(party: SlowParty, all: readonly SlowParty[]): number {
  const least = Math.min(...all.map(({ borne }) => borne));
  return Math.min(16, 4 + Math.floor(((party.borne - least) * 4) / 60));
}

/** For each minute of the window, and a visit's length beyond it, whether she can be had. */
function minutesOf(party: SlowParty, { from, to }: SlowWanted): (minute: number) => boolean {
  const known = new Map<number, boolean>();
  const taken = takenMinutes(party);
  return (minute) => {
    if (minute < from || minute >= to) return false;
    const before = known.get(minute);
    if (before !== undefined) return before;
    const can = !taken.has(minute) && isOpen(party, minute + party.clock(minute));
    known.set(minute, can);
    return can;
  };
}

/** All times at which all of `parties` can be had, and one of `anyOf` where some were named: the cheapest of them. */
function everyTime(parties: readonly SlowParty[], anyOf: readonly SlowParty[], wanted: SlowWanted): SlowFound[] {
  const everybody = [...parties, ...anyOf];
  const can = new Map(everybody.map((party) => [party, minutesOf(party, wanted)]));
  const isPossible = (party: SlowParty, s: number) => {
    for (let minute = s; minute < s + wanted.minutes; minute += 1) if (!can.get(party)?.(minute)) return false;
    return s >= wanted.now + party.notice && hasRoom(party, s);
  };
  const found: SlowFound[] = [];
  for (let s = Math.ceil(wanted.from / wanted.step) * wanted.step; s < wanted.to; s += wanted.step) {
    if (!parties.every((party) => isPossible(party, s))) continue;
    const cost = (all: readonly SlowParty[]) =>
      all.reduce(
        (sum, party) => sum + weightOf(party, everybody) * discomfort(party, s, wanted.minutes) ** 2,
        1200 * Math.floor((s - wanted.now) / day),
      );
    if (anyOf.length === 0) {
      found.push({ s, cost: cost(parties), choice: -1 });
      continue;
    }
    const choices = anyOf
      .map((party, choice) => ({ party, choice }))
      .filter(({ party }) => isPossible(party, s))
      .map(({ party, choice }) => ({ s, cost: cost([...parties, party]), choice }));
    const cheapest = choices.find((each) => choices.every((other) => each.cost <= other.cost));
    if (cheapest) found.push(cheapest);
  }
  return found;
}

const cheaper = (a: SlowFound, b: SlowFound) => a.cost - b.cost || a.s - b.s;

export function slowSearch(
  parties: readonly SlowParty[],
  anyOf: readonly SlowParty[],
  wanted: SlowWanted,
): SlowFound[] {
  const reader = parties[0] as SlowParty;
  const days = new Map<number, SlowFound[]>();
  for (const each of everyTime(parties, anyOf, wanted)) {
    const date = localDay(reader, each.s);
    days.set(date, [...(days.get(date) ?? []), each]);
  }
  const shown = [...days.values()].flatMap((today) => today.sort(cheaper).slice(0, 3));
  return shown.sort(cheaper).slice(0, wanted.most);
}

/** The nearest first; those within everybody's hours before those by day, and these before those at night. */
export function slowNearest(
  parties: readonly SlowParty[],
  wanted: Omit<SlowWanted, 'most'> & { asked: number },
  count: number,
): number[] {
  const nearestOf = (all: readonly SlowParty[]) =>
    everyTime(all, [], { ...wanted, most: Infinity })
      .map(({ s }) => s)
      .sort((a, b) => Math.abs(a - wanted.asked) - Math.abs(b - wanted.asked) || a - b);
  const unbound = parties.map((party) => ({
    ...party,
    days: [],
    holidays: [],
    rules: weekdays.map((weekday): SlowRule => ({
      ...{ kind: 'open', weekday, from: 0, to: day, validFrom: null, validTo: null },
    })),
  }));
  const lists = [
    nearestOf(parties),
    nearestOf(unbound).filter((s) =>
      unbound.every((party) => discomfort({ ...party, good: [8 * 60, 20 * 60] }, s, wanted.minutes) === 0),
    ),
    nearestOf(unbound),
  ];
  const found: number[] = [];
  for (const s of lists.flat()) if (found.length < count && !found.includes(s)) found.push(s);
  return found;
}
