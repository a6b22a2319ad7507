import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BLOBS, DiskBlobs } from '@okaeri/platform';
import type { Edge } from '../edge/edge';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { FilesController } from './files.controller';
import { NotesController } from './notes.controller';
import { RecordController } from './record.controller';
import { RecordsPagesController } from './records-pages.controller';

export const edge: Edge = {
  controllers: [FilesController, NotesController, RecordController, RecordsPagesController],
  providers: [
    {
      provide: BLOBS,
      inject: [API_ENV],
      // Without a folder they lie where the machine forgets them: for tests.
      useFactory: (env: ApiEnv) => new DiskBlobs(env.BLOB_FOLDER ?? join(tmpdir(), `okaeri-blobs-${process.pid}`)),
    },
  ],
};
