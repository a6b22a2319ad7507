import { z } from 'zod';
import { personName } from './said';
import { entryOutcomes } from './record';

/*
 * Whatever a patient or her hospital has of hers comes in pieces and goes on where it was cut: pictures (DICOM, alone, as a
 * folder or as a zip), records (FHIR as JSON), documents. What it is, its bytes say. Studies, series and instances are named
 * as DICOM and FHIR's ImagingStudy name them. Words are made on the server, in the reader's language.
 */

/** The most that one file may hold. */
export const uploadBytesMost = 1_073_741_824;
/** Of everything that is kept for one patient. */
export const uploadsBytesMost = 21_474_836_480;
/** Files of one person that may be coming at the same time; what is given up is taken back with DELETE. */
export const uploadsAtOnce = 12;
/** Of those that wait, a day after their last piece nothing is left. */
export const uploadHours = 24;

/** What a file turned out to be. */
export const uploadKinds = ['dicom', 'zip', 'fhir', 'xml', 'pdf', 'image', 'other'] as const;
export type UploadKind = (typeof uploadKinds)[number];

/**
 * `receiving`: pieces are missing. `working`: all is here, and is looked into. `done`: the report says what became of it.
 * `refused`: nothing of it was kept; the report says why.
 */
export const uploadStates = ['receiving', 'working', 'done', 'refused'] as const;
export type UploadState = (typeof uploadStates)[number];

/** Why something was kept only or refused, or what its reader should know of it. */
export const uploadWhys = [
  ...(['empty', 'type', 'infected', 'script', 'encrypted', 'unreadable', 'large'] as const),
  ...(['zipBroken', 'zipEntries', 'zipRatio', 'zipBytes', 'zipNested', 'zipEncrypted', 'zipMethod'] as const),
  ...(['dicomBroken', 'dicomHeader', 'dicomUid', 'dicomIndex', 'dicomNoImage', 'dicomFrames'] as const),
  ...(['dicomCoding', 'dicomFilm', 'dicomOther', 'again', 'otherAgain'] as const),
  ...(['otherBirthDate', 'otherName', 'fhir', 'more'] as const),
] as const;
export type UploadWhy = (typeof uploadWhys)[number];

const emily = { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' };
const ids = {
  personId: '3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12',
  uploadId: '5a1c7e20-2f4b-4d6a-8c9e-0b1a2c3d4e5f',
  batchId: '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d',
  studyId: '2c4e6a80-1b3d-4f5a-9c7e-8d6b4a2c0e1f',
  seriesId: '6d8f0a1c-3b5e-4d7f-8a9b-0c2e4f6a8b1d',
  instanceId: '8e0a2c4d-5f7b-4e9a-9b1c-3d5f7a9c1e2b',
};

export const uploadForm = z
  .strictObject({
    /** Shown only; folders in it are left out. */
    name: z.string().trim().min(1).max(255),
    bytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    /** What the sender takes it for: a hint. */
    type: z.string().max(120).default(''),
    /** Files with the same one belong together, as those of a folder do, and have one report. */
    batchId: z.uuid().optional(),
  })
  .meta({
    id: 'UploadForm',
    description: 'A file of a record that is about to come.',
    examples: [{ name: 'CT-abdomen.zip', bytes: 184_549_376, type: 'application/zip', batchId: ids.batchId }],
  });
export type UploadForm = z.output<typeof uploadForm>;

const counts = z.strictObject({
  taken: z.number().int(),
  kept: z.number().int(),
  refused: z.number().int(),
});
/** What the reader should know, the most important first; the same is one row with a count. */
const reportRows = z.array(
  z.strictObject({ outcome: z.enum(entryOutcomes), said: z.string(), count: z.number().int() }),
);
const exampleUpload = {
  uploadId: ids.uploadId,
  batchId: ids.batchId,
  name: 'CT-abdomen.zip',
  bytes: 184_549_376,
  received: 184_549_376,
  state: 'done' as const,
  kind: 'zip' as const,
  counts: { taken: 212, kept: 1, refused: 0 },
  rows: [
    { outcome: 'taken' as const, said: 'CT picture: taken', count: 212 },
    { outcome: 'kept' as const, said: 'The list of a disc: kept, and not needed', count: 1 },
  ],
  importId: null,
  href: `/api/patients/${ids.personId}/uploads/${ids.uploadId}/content`,
};

export const uploadView = z
  .strictObject({
    uploadId: z.uuid(),
    batchId: z.uuid(),
    name: z.string(),
    bytes: z.number().int(),
    /** Where to go on. */
    received: z.number().int(),
    state: z.enum(uploadStates),
    /** What it is; `null` until that is known. */
    kind: z.enum(uploadKinds).nullable(),
    /** Of the parts of it: the pictures of a zip, the entries of a record, the file itself. */
    counts,
    rows: reportRows,
    /** Of a record: where its own report is (`/record/imports/{importId}`). */
    importId: z.uuid().nullable(),
    /** Where the bytes are as they came; `null` while they come and where they were not kept. */
    href: z.string().nullable(),
  })
  .meta({ id: 'UploadView', description: 'A file of a record, and what became of it.', examples: [exampleUpload] });
export type UploadView = z.infer<typeof uploadView>;

export const bringView = z
  .strictObject({
    batchId: z.uuid(),
    by: personName,
    atWords: z.string(),
    /** `working` also while some of its files are; `receiving` where pieces are missing. */
    state: z.enum(['receiving', 'working', 'done']),
    files: z.number().int(),
    filesDone: z.number().int(),
    bytes: z.number().int(),
    received: z.number().int(),
    counts,
    rows: reportRows,
    /** Of the records among them. */
    importIds: z.array(z.uuid()),
    /** What pictures of it are in. */
    studyIds: z.array(z.uuid()),
  })
  .meta({
    id: 'BringView',
    description: 'Files that came together, and what became of them.',
    examples: [
      {
        ...{ batchId: ids.batchId, by: emily, atWords: 'today, 9:41 a.m.', state: 'done', files: 1, filesDone: 1 },
        ...{ bytes: exampleUpload.bytes, received: exampleUpload.bytes, counts: exampleUpload.counts },
        ...{ rows: exampleUpload.rows, importIds: [], studyIds: [ids.studyId] },
      },
    ],
  });
export type BringView = z.infer<typeof bringView>;

export const bringsView = z
  .strictObject({ brings: z.array(bringView) })
  .meta({ id: 'BringsView', description: 'What was brought, the newest first.', examples: [{ brings: [] }] });
export type BringsView = z.infer<typeof bringsView>;

const seriesHead = {
  seriesId: z.uuid(),
  studyId: z.uuid(),
  number: z.number().int().nullable(),
  /** As DICOM writes it: CT, MR, XA. */
  modality: z.string(),
  modalityWords: z.string(),
  description: z.string().nullable(),
  whenWords: z.string().nullable(),
  bodyPart: z.string().nullable(),
  /** Files, pictures in them, and how many files of them a viewer can show. */
  instances: z.number().int(),
  frames: z.number().int(),
  shown: z.number().int(),
  /** A small picture (PNG); `null` where none can be made. */
  thumbnail: z.string().nullable(),
};
const exampleSeries = {
  ...{ seriesId: ids.seriesId, studyId: ids.studyId, number: 3, modality: 'CT', modalityWords: 'CT scan' },
  ...{ description: 'Abdomen, portal venous', whenWords: 'October 2, 2026', bodyPart: 'ABDOMEN' },
  ...{ instances: 212, frames: 212, shown: 212 },
  thumbnail: `/api/patients/${ids.personId}/imaging/series/${ids.seriesId}/thumbnail`,
};
const patient = z.strictObject({ personId: z.uuid(), name: personName });
const examplePatient = { personId: ids.personId, name: emily };

export const imagingPage = z
  .strictObject({
    patient,
    mine: z.boolean(),
    /** The newest first. */
    studies: z.array(
      z.strictObject({
        studyId: z.uuid(),
        title: z.string(),
        whenWords: z.string().nullable(),
        /** The hospital or practice that made it, as it calls itself. */
        from: z.string().nullable(),
        series: z.array(z.strictObject(seriesHead)),
      }),
    ),
  })
  .meta({
    id: 'ImagingPage',
    description: 'The pictures of a patient, by study and series.',
    examples: [
      {
        patient: examplePatient,
        mine: true,
        studies: [
          {
            ...{ studyId: ids.studyId, title: 'CT abdomen', whenWords: 'October 2, 2026', from: 'Osaka Clinic' },
            series: [exampleSeries],
          },
        ],
      },
    ],
  });
export type ImagingPage = z.infer<typeof imagingPage>;

export const imagingInstance = z.strictObject({
  instanceId: z.uuid(),
  number: z.number().int().nullable(),
  frames: z.number().int(),
  rows: z.number().int(),
  columns: z.number().int(),
  bytes: z.number().int(),
  /** Its UID: how the pixels are written. */
  transferSyntax: z.string(),
  /** As the file has it; `null` where it has none or one that would show nothing: take the least and greatest value. */
  window: z.strictObject({ center: z.number(), width: z.number() }).nullable(),
  /** Millimetres from one row to the next, and from one column to the next; `null` where lengths cannot be told. */
  spacing: z.strictObject({ row: z.number(), column: z.number() }).nullable(),
  /** Millimetres along the stack; `null` where the file does not say. */
  position: z.number().nullable(),
  /** Whether a viewer can show it; else it can be downloaded. */
  shown: z.boolean(),
  /** Where its bytes are as they came; takes Range. */
  href: z.string(),
});
export type ImagingInstance = z.infer<typeof imagingInstance>;

export const imagingSeries = z
  .strictObject({
    patient,
    mine: z.boolean(),
    ...seriesHead,
    studyTitle: z.string(),
    /** In the order in which one scrolls through them. */
    pictures: z.array(imagingInstance),
  })
  .meta({
    id: 'ImagingSeries',
    description: 'A series with everything that a viewer needs.',
    examples: [
      {
        ...{ patient: examplePatient, mine: true, ...exampleSeries, studyTitle: 'CT abdomen' },
        pictures: [
          {
            ...{ instanceId: ids.instanceId, number: 1, frames: 1, rows: 512, columns: 512, bytes: 526_336 },
            ...{ transferSyntax: '1.2.840.10008.1.2.1', window: { center: 40, width: 400 } },
            ...{ spacing: { row: 0.7, column: 0.7 }, position: -120.5, shown: true },
            href: `/api/patients/${ids.personId}/imaging/instances/${ids.instanceId}/content`,
          },
        ],
      },
    ],
  });
export type ImagingSeries = z.infer<typeof imagingSeries>;

export const deidentifiedView = z
  .strictObject({
    /** What would go or be replaced, in the order of the file. */
    rows: z.array(
      z.strictObject({
        /** As `(0010,0010)`. */
        tag: z.string(),
        /** As DICOM calls it; private tags have none. */
        name: z.string(),
        before: z.string(),
        /** `null`: it goes. */
        after: z.string().nullable(),
      }),
    ),
    /** Whether there may be writing in the picture itself, which stays. */
    burnedIn: z.enum(['yes', 'no', 'unknown']),
    /** Where the file is without all this. */
    href: z.string(),
  })
  .meta({
    id: 'DeidentifiedView',
    description: 'What of a picture tells whose it is, and what becomes of it before it is handed on.',
    examples: [
      {
        rows: [{ tag: '(0010,0010)', name: 'PatientName', before: 'TREMBLAY^EMILY', after: '' }],
        burnedIn: 'unknown',
        href: `/api/patients/${ids.personId}/imaging/instances/${ids.instanceId}/deidentified/content`,
      },
    ],
  });
export type DeidentifiedView = z.infer<typeof deidentifiedView>;
