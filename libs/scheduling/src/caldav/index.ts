export { locateAccount } from './locate';
export type { LocateOptions } from './locate';
export { writeCalendars } from './mark';
export { writeVisits } from './write-visits';
export type { WritesOptions } from './write-visits';
