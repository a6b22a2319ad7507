import type { ContentLine } from './lines';
import { durationOf, timeIn, timesOf, withZone } from './values';
import type { FileTime } from './values';

/** How long something lasts: days of a calendar, then exact seconds. */
export interface Length {
  days: number;
  seconds: number;
}

/** A time with its own end, where it has one. */
export interface Added {
  start: FileTime;
  end: FileTime | Length | null;
}

/** What is kept of an event: when it is and whether it takes her time; not what it is about. */
export interface FileEvent {
  uid: string;
  /** `undefined`: nothing is said of it; `null`: what is said cannot be read. */
  start: FileTime | null | undefined;
  end: FileTime | null | undefined;
  duration: Length | null | undefined;
  rules: string[];
  exceptRules: string[];
  added: (Added | null)[];
  except: (FileTime | null)[];
  /** Of one that stands in for another of its series: which; and whether for all that follow too. */
  instead: FileTime | null | undefined;
  onwards: boolean;
  sequence: number;
  stamp: string;
  cancelled: boolean;
  transparent: boolean | null;
  /** What Outlook says of it, where it says nothing else. */
  free: boolean;
}

export const newEvent = (): FileEvent => ({
  ...{ uid: '', start: undefined, end: undefined, duration: undefined, instead: undefined, onwards: false },
  ...{ rules: [], exceptRules: [], added: [], except: [] },
  ...{ sequence: 0, stamp: '', cancelled: false, transparent: null, free: false },
});

export const isFree = ({ cancelled, transparent, free }: FileEvent): boolean => cancelled || (transparent ?? free);

/** Of each list of an event so much is read. */
const mostListed = 5000;

export function takeLine(event: FileEvent, line: ContentLine): void {
  const { name, value } = line;
  switch (name) {
    case 'UID':
      event.uid = value;
      break;
    case 'DTSTART':
      event.start = timeIn(line);
      break;
    case 'DTEND':
      event.end = timeIn(line);
      break;
    case 'DURATION':
      event.duration = durationOf(value);
      break;
    case 'RRULE':
      if (event.rules.length < 20) event.rules.push(value);
      break;
    case 'EXRULE':
      if (event.exceptRules.length < 20) event.exceptRules.push(value);
      break;
    case 'RDATE':
      if (event.added.length < mostListed) event.added.push(...periodsOf(line));
      break;
    case 'EXDATE':
      if (event.except.length < mostListed) event.except.push(...timesOf(line));
      break;
    case 'RECURRENCE-ID':
      event.instead = timeIn(line);
      event.onwards = line.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE';
      break;
    case 'SEQUENCE':
      event.sequence = Number.parseInt(value, 10) || 0;
      break;
    case 'DTSTAMP':
    case 'LAST-MODIFIED':
      if (value > event.stamp) event.stamp = value;
      break;
    case 'STATUS':
      event.cancelled = value.toUpperCase() === 'CANCELLED';
      break;
    case 'TRANSP':
      event.transparent = value.toUpperCase() === 'TRANSPARENT';
      break;
    case 'X-MICROSOFT-CDO-BUSYSTATUS':
      event.free = /^(?:FREE|WORKINGELSEWHERE)$/i.test(value);
      break;
    default:
  }
}

/** Times, or times with their ends: `20261124T090000/PT1H`. */
export function periodsOf(line: ContentLine): (Added | null)[] {
  const { zone, values } = withZone(line);
  const params = new Map([...line.params, ...(zone === null ? [] : [['TZID', zone] as const])]);
  return values.split(',').map((text) => {
    const [from = '', to] = text.split('/');
    const start = timeIn({ name: line.name, params, value: from.trim() });
    if (!start) return null;
    if (to === undefined) return { start, end: null };
    const end = durationOf(to) ?? timeIn({ name: line.name, params, value: to.trim() });
    return end ? { start, end } : null;
  });
}
