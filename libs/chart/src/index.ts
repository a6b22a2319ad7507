export * from './chart.entities';
export * from './entities';
export * from './fhir';
export { onlyShared } from './shared';
export * from './store';
