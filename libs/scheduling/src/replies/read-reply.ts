import type { Answer } from '@okaeri/notify';
import { instantOf } from '../calendars/clock';
import { newEvent, takeLine } from '../calendars/file-events';
import { contentLines } from '../calendars/lines';
import type { ContentLine } from '../calendars/lines';
import { FileZone, ZonesOfFile } from '../calendars/zones';

/** What a calendar program answers (RFC 5546). */
export interface CalendarReply {
  method: string;
  uid: string;
  sequence: number;
  /** Seconds since 1970: which time it is about, or the one that is proposed. */
  start: number | null;
  /** `ACCEPTED`, `DECLINED`, `TENTATIVE` … */
  said: string;
  comment: string;
}

/** Of the first event; `null` for what has none. Programs differ in capitals, in order and in what they leave out. */
export function readReply({ file, method: beside }: Answer['calendars'][number], zone: string): CalendarReply | null {
  const event = newEvent();
  let [method, said, comment, found] = [beside?.toUpperCase() ?? '', '', '', false];
  let described: FileZone | null = null;
  const zones: FileZone[] = [];
  const open: string[] = [];
  for (const line of contentLines(file)) {
    const { name, value } = line;
    const what = value.toUpperCase();
    if (name === 'BEGIN') {
      if (what === 'VEVENT' && found) break;
      if (what === 'VEVENT') found = true;
      if (what === 'VTIMEZONE') zones.push((described = new FileZone()));
      else described?.begin();
      open.push(what);
      continue;
    }
    if (name === 'END') {
      if (what === 'VTIMEZONE') described = null;
      else described?.end();
      open.pop();
      continue;
    }
    if (described) described.take(line);
    else if (open.at(-1) === 'VEVENT') {
      takeLine(event, line);
      if (name === 'ATTENDEE' && !said) said = partOf(line);
      if (name === 'COMMENT' && !comment) comment = plainText(value);
    } else if (name === 'METHOD') method = what;
  }
  if (!found) return null;
  return { method, said, comment, uid: event.uid, sequence: event.sequence, start: startOf() };

  function startOf(): number | null {
    const { start } = event;
    if (!start || start.isDay) return null;
    if (start.zone === 'UTC') return start.wall;
    const day = 86_400;
    const clocks = new ZonesOfFile(zone, { from: start.wall - day, to: start.wall + day }, { steps: 100_000 });
    for (const each of zones) clocks.add(each);
    return instantOf((start.zone && clocks.find(start.zone)) || clocks.own, start.wall);
  }
}

const partOf = ({ params }: ContentLine): string => (params.get('PARTSTAT') ?? 'NEEDS-ACTION').toUpperCase();

const plainText = (text: string): string =>
  text.replace(/\\([nN,;\\])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter)).slice(0, 500);
