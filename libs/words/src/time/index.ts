export * from './now';
export * from './zones';
export * from './words';
export * from './moment';
export * from './partial';
export * from './walls';
export * from './zone-table';
