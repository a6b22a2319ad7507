import { BLOBS, Clamd, Database, S3Blobs, SCANNER, VAULT, storeOf, vaultOf } from '@okaeri/platform';
import type { BlobStore } from '@okaeri/platform';
import { Health } from '@okaeri/runtime';
import type { Edge } from '../edge/edge';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { FilesController } from './files.controller';
import { ImagingController } from './imaging.controller';
import { NotesController } from './notes.controller';
import { QuestionsController } from './questions.controller';
import { ReadingController } from './reading.controller';
import { RecordController } from './record.controller';
import { RecordsPagesController } from './records-pages.controller';
import { UploadWork } from './upload-work';
import { UploadsController } from './uploads.controller';

export const edge: Edge = {
  controllers: [
    ...[FilesController, NotesController, RecordController, RecordsPagesController],
    ...[UploadsController, ImagingController],
    ...[ReadingController, QuestionsController],
  ],
  providers: [
    UploadWork,
    {
      provide: SCANNER,
      inject: [API_ENV],
      useFactory: ({ CLAMD_URL }: ApiEnv) => (CLAMD_URL ? new Clamd(CLAMD_URL) : null),
    },
    {
      provide: BLOBS,
      inject: [API_ENV, Health],
      useFactory: (env: ApiEnv, health: Health) => {
        const store = storeOf(env);
        // Without its bucket files can be brought, and wait here until they can go there.
        if (store instanceof S3Blobs) health.prefers('bucket', () => store.answers());
        return store;
      },
    },
    {
      provide: VAULT,
      inject: [Database, API_ENV, BLOBS, Health],
      useFactory: (db: Database, env: ApiEnv, blobs: BlobStore, health: Health) => {
        const vault = vaultOf(db, env, blobs);
        // Without master keys files cannot be sent; everything else goes on.
        health.prefers('keys', () => vault.keys.answers());
        return vault;
      },
    },
  ],
};
