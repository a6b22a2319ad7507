export { initials } from './visit-mail';
export * from './scheduling.module';
