export * from './blob-store';
export * from './blob.module';
export { DiskBlobs } from './disk';
