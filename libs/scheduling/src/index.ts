export * from './availability/availability';
export * from './availability/things';
export * from './close-visits';
export * from './entities';
export { fillHolidays } from './holidays/fill';
export { knownCountries, readHolidays } from './holidays/read';
export * from './slots';
export { initials } from './visit-mail';
export * from './scheduling.module';
