export * from './addresses';
export * from './digest';
export * from './fetch';
export * from './services';
