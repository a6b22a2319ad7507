export * from './close-visits';
export * from './entities';
export { initials } from './visit-mail';
export * from './scheduling.module';
