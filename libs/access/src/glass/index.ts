export * from './glass';
export * from './glass.entity';
export { unreviewed } from './review';
