export { Clamd } from './clamd';
export { SCANNER, ScannerDown, scanStates } from './scanner';
export type { ScanState, Scanner } from './scanner';
