export * from './blob-store';
export * from './blob.module';
export { DiskBlobs } from './disk';
export { S3Blobs } from './s3';
