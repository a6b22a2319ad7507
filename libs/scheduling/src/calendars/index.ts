export { endFeed, feedOf, makeFeed, readFeed } from './feed';
export { fetchCalendar } from './fetch-calendar';
export { addLink, calendarProblems, readLinks, removeLink, sourceOf } from './links';
export type { CalendarProblem } from './links';
export { readCalendars } from './read-calendars';
export type { CalendarsOptions } from './read-calendars';
