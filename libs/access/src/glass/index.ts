export * from './glass';
export * from './glass.entity';
