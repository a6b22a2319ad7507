export * from './close-visits';
export { initials } from './visit-mail';
export * from './scheduling.module';
