export * from './context';
export * from './env';
export * from './health';
export * from './http';
export * from './log';
export * from './metrics';
export * from './runtime.module';
export * from './shutdown';
