/*
 * What FHIR says, without a database: for threads that read files, which have neither the time nor the room for all of the lib.
 */
export { canBeKept, canonical, NumberUnreadable, parseBoth, parseExact } from './exact';
export { listOf, memberAt, objectOf, objectsOf, resourceOf, textOf } from './json';
export type { Json, Resource } from './json';
export { definitions } from './definitions';
export type { Definitions, Member } from './definitions';
export { cleanNarrative } from './narrative';
export { isPrimitive } from './primitives';
export { checkProfile, statedProfile } from './profile';
export { brokenRules, coreRules, ipsRules } from './rules';
export { checkStructure } from './structure';
export type { Finding, FindingCode } from './structure';
export { rowsText } from '../incoming';
export type { Incoming } from '../incoming';
export { searchColumns, timeOf } from '../search';
