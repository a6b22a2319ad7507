export { endFeed, feedOf, makeFeed, readFeed } from './feed';
export { fetchCalendar } from './fetch-calendar';
export { leavingOf, removeLink, setWrites } from './leave';
export { addLink, calendarProblems, openLink, readLinks, sourceOf } from './links';
export type { CalendarSource } from './horizon';
export type { CalendarProblem, CalendarRead } from './links';
export { readCalendars, tried } from './read-calendars';
export type { CalendarsOptions } from './read-calendars';
