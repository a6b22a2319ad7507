export * from './chart.entities';
export * from './entities';
export * from './fhir';
export { finder } from './references';
export { onlyShared } from './shared';
export * from './store';
