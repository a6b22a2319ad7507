export * from './catalogues';
export * from './say';
