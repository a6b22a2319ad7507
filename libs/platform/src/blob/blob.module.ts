import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { BLOBS } from './blob-store';
import { DiskBlobs } from './disk';

/** Where files lie; imported once, by the root of a process that reads or writes them. */
@Module({})
export class BlobModule {
  /** Without a folder they lie where the machine forgets them: for tests, and for a process that is only tried. */
  static forRoot(options: { folder: string | undefined }): DynamicModule {
    const folder = options.folder ?? join(tmpdir(), `okaeri-blobs-${process.pid}`);
    return {
      module: BlobModule,
      global: true,
      providers: [{ provide: BLOBS, useValue: new DiskBlobs(folder) }],
      exports: [BLOBS],
    };
  }
}
