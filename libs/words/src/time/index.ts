export * from './now';
export * from './zones';
export * from './words';
