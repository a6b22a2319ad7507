export * from './addresses';
export * from './fetch';
