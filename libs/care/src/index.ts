export * from './door';
export * from './entities';
export * from './moves';
