export { queryOf, readAllowance } from './own';
export { Slots } from './slots';
export type { SlotReader } from './words';
export { whenOfEpisode } from './words';
