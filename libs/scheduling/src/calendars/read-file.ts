import { setImmediate } from 'node:timers/promises';
import { newEvent, periodsOf, takeLine } from './file-events';
import type { Added, FileEvent } from './file-events';
import { contentLines } from './lines';
import { FileZone } from './zones';

/** A file, taken apart. */
export interface FileParts {
  /** Its floating times are on this clock, where it names one. */
  zone: string | null;
  zones: FileZone[];
  /** Times that are said to be taken, without saying by what. */
  taken: (Added | null)[];
  /** How many events were left unread, for there were too many. */
  unread: number;
}

const linesAtOnce = 5000;

/**
 * Hands over each event as it is read: of a file of a hundred thousand hardly any concern a search. Others who share this
 * process have their turn in between. `null` for what is no calendar at all.
 */
export async function readFile(
  file: Buffer,
  most: number,
  onEvent: (event: FileEvent) => void,
): Promise<FileParts | null> {
  const parts: FileParts = { zone: null, zones: [], taken: [], unread: 0 };
  const open: string[] = [];
  let isCalendar = false;
  let cancels = false;
  let event: FileEvent | null = null;
  let zone: FileZone | null = null;
  let [events, lines] = [0, 0];
  const close = () => {
    if (event) onEvent(cancels ? { ...event, cancelled: true } : event);
    event = null;
  };
  for (const line of contentLines(file)) {
    lines += 1;
    if (lines % linesAtOnce === 0) await setImmediate();
    const { name, value } = line;
    if (name === 'BEGIN' || name === 'END') {
      const what = value.toUpperCase();
      if (name === 'BEGIN' && what === 'VCALENDAR') [isCalendar, cancels] = [true, false];
      // One that was never ended is over where the next begins.
      if (what === 'VEVENT' || what === 'VCALENDAR') {
        close();
        open.length = 0;
      }
      if (name === 'BEGIN' && what === 'VEVENT') {
        events += 1;
        if (events > most) parts.unread += 1;
        else event = newEvent();
      }
      if (what === 'VTIMEZONE') {
        if (zone) parts.zones.push(zone);
        zone = name === 'BEGIN' && parts.zones.length < 500 ? new FileZone() : null;
      }
      if (what === 'STANDARD' || what === 'DAYLIGHT') {
        if (name === 'BEGIN') zone?.begin();
        else zone?.end();
      }
      if (name === 'BEGIN') open.push(what);
      else if (open.includes(what)) open.length = open.lastIndexOf(what);
      continue;
    }
    const within = open.at(-1);
    if (event && within === 'VEVENT') takeLine(event, line);
    else if (zone) zone.take(line);
    else if (within === 'VFREEBUSY' && name === 'FREEBUSY' && line.params.get('FBTYPE')?.toUpperCase() !== 'FREE') {
      if (parts.taken.length < 50_000) parts.taken.push(...periodsOf(line));
    } else if (name === 'X-WR-TIMEZONE') parts.zone = value;
    else if (name === 'METHOD') cancels = value.toUpperCase() === 'CANCEL';
  }
  close();
  return isCalendar ? parts : null;
}
