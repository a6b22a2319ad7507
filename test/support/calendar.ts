import ICAL from 'ical.js';

/** What a calendar program makes of a file: read by a parser of somebody else, with the zone that the file brings. */
export interface ReadCalendar {
  method: string;
  uid: string;
  sequence: number;
  stamp: string;
  /** Seconds since 1970. */
  starts: number;
  ends: number;
  /** The wall as the file writes it, to the minute: "2026-11-24T19:00". */
  startWall: string;
  endWall: string;
  zone: string;
  summary: string;
  status: string;
  url: string;
  organizer: string;
  attendees: { address: string; rsvp: string }[];
  observances: string[];
  alarms: number;
}

export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const event = calendar.getFirstSubcomponent('vevent');
  const zoneComponent = calendar.getFirstSubcomponent('vtimezone');
  if (!event) throw new Error('The file has no event.');
  const zone = zoneComponent ? new ICAL.Timezone(zoneComponent) : ICAL.Timezone.utcTimezone;
  const moment = (name: string) => {
    const property = event.getFirstProperty(name);
    const time = property?.getFirstValue() as InstanceType<typeof ICAL.Time>;
    const wall = String(time);
    if (zoneComponent ? property?.getParameter('tzid') !== zone.tzid : !wall.endsWith('Z'))
      throw new Error(`${name} is of another zone than the file brings.`);
    time.zone = zone;
    return { unix: time.toUnixTime(), wall: wall.slice(0, 16) };
  };
  const [start, end] = [moment('dtstart'), moment('dtend')];
  const value = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    stamp: value('dtstamp'),
    starts: start.unix,
    ends: end.unix,
    startWall: start.wall,
    endWall: end.wall,
    zone: zone.tzid,
    summary: value('summary'),
    status: value('status'),
    url: value('url'),
    organizer: value('organizer'),
    attendees: event.getAllProperties('attendee').map((each) => ({
      // The scheme of an address is the same in capitals.
      address: String(each.getFirstValue()).replace(/^mailto:/i, 'mailto:'),
      rsvp: String(each.getParameter('rsvp')),
    })),
    observances: (zoneComponent?.getAllSubcomponents() ?? []).map((each) => each.name),
    alarms: event.getAllSubcomponents('valarm').length,
  };
}
