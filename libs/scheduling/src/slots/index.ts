export { Slots } from './slots';
export type { SlotReader } from './words';
