export * from './emit';
export * from './handlers';
export * from './outbox.entities';
export * from './outbox.module';
export * from './relay';
export { problemCode } from './run-delivery';
export * from './source';
