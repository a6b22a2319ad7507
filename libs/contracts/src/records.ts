import { z } from 'zod';
import { locales } from './languages';
import { personName } from './said';
import { visitKinds } from './states';

/*
 * What is shown and written in a visit. Files come in pieces, so that a phone that loses its network goes on where it
 * was; a note is a draft of its author until it is signed, and every signed version stays.
 */

/** The most that one file may hold. */
export const fileBytesMost = 26_214_400;
/** What one request carries; whoever sends may send less. */
export const filePieceBytes = 524_288;
export const filePieceMost = 1_048_576;
export const filesPerVisit = 40;
export const filesAtOnce = 3;

/** What may be shown, by its first bytes; name and declared type are hints. */
export const documentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type DocumentType = (typeof documentTypes)[number];
/** What a browser records: a message of voice, or of voice and picture. */
export const recordingTypes = ['audio/webm', 'audio/mp4', 'video/webm', 'video/mp4'] as const;
export type RecordingType = (typeof recordingTypes)[number];
export const fileTypes = [...documentTypes, ...recordingTypes] as const;
export type FileType = (typeof fileTypes)[number];
export const isRecording = (type: FileType | null): type is RecordingType => recordingTypes.some((one) => one === type);

/** A recorded message: as long as one listens, and as large as that can become. */
export const recordingSeconds = 180;
export const recordingBytesMost = 12_582_912;
/** For how long after the end of its visit one is still taken: the link may have come back late. */
export const recordingHours = 24;

/**
 * `receiving`: pieces are missing. `held`: kept for those who look after it, shown to nobody. `refused`: not kept.
 * The last two and `removed` are final.
 */
export const fileMoves = {
  receiving: ['ready', 'held', 'refused', 'removed'],
  ready: ['held', 'removed'],
  held: ['removed'],
  refused: [],
  removed: [],
} as const satisfies Record<string, readonly string[]>;
export type FileState = keyof typeof fileMoves;
export const fileStates = Object.keys(fileMoves) as FileState[];
export const fileReasons = ['script', 'type', 'unreadable', 'encrypted', 'infected'] as const;
export type FileReason = (typeof fileReasons)[number];

/** How large it is decides whether it is taken, so that the answer can be `file_too_large` for any size. */
export const fileForm = z
  .strictObject({
    name: z.string().trim().min(1).max(255),
    bytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    type: z.string().max(120),
    /** A message that was recorded in the visit; nothing else may be of sound or film. */
    recorded: z.boolean().default(false),
  })
  .meta({
    id: 'FileForm',
    description: 'A file that is about to come.',
    examples: [{ name: 'left-knee.jpg', bytes: 2_480_113, type: 'image/jpeg', recorded: false }],
  });
export type FileForm = z.output<typeof fileForm>;

const emily = { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' };
const sato = { display: 'Dr. Sato Kenji', bare: 'Sato Kenji', original: '佐藤 健司', originalLang: 'ja' };
const exampleFile = {
  fileId: '7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6b',
  visitId: '3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f11',
  name: 'left-knee.jpg',
  type: 'image/jpeg' as const,
  bytes: 2_480_113,
  received: 2_480_113,
  state: 'ready' as const,
  why: null,
  by: emily,
  atWords: 'today, 9:41 a.m.',
  mine: true,
  mayRemove: true,
  scanned: true,
  href: '/api/files/7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6b/content',
};

export const fileView = z
  .strictObject({
    fileId: z.uuid(),
    visitId: z.uuid(),
    name: z.string(),
    /** What it is; `null` until that is known. */
    type: z.enum(fileTypes).nullable(),
    bytes: z.number().int(),
    received: z.number().int(),
    state: z.enum(fileStates as [FileState, ...FileState[]]),
    /** Of one that is held or refused. */
    why: z.enum(fileReasons).nullable(),
    by: personName,
    atWords: z.string(),
    mine: z.boolean(),
    mayRemove: z.boolean(),
    /** A scanner for harmful files has found nothing in it; `false` where none has looked yet. */
    scanned: z.boolean(),
    /** Where its bytes are, once it is ready. */
    href: z.string().nullable(),
  })
  .meta({ id: 'FileView', description: 'A file of a visit.', examples: [exampleFile] });
export type FileView = z.infer<typeof fileView>;

/** A file in a list that goes over several visits. */
export const filesPage = z
  .strictObject({
    items: z.array(
      z.strictObject({
        file: fileView,
        visit: z.strictObject({ visitId: z.uuid(), title: z.string(), whenWords: z.string() }),
      }),
    ),
    next: z.string().nullable(),
    /** The next visit that takes files, if there is one. */
    addTo: z.strictObject({ visitId: z.uuid(), title: z.string(), whenWords: z.string() }).nullable(),
  })
  .meta({
    id: 'FilesPage',
    description: 'Files, the newest first.',
    examples: [
      {
        items: [
          {
            file: exampleFile,
            visit: {
              visitId: exampleFile.visitId,
              title: 'Follow-up after proton therapy',
              whenWords: 'Tuesday, November 24, 7:00 p.m.',
            },
          },
        ],
        next: null,
        addTo: null,
      },
    ],
  });
export type FilesPage = z.infer<typeof filesPage>;

export const noteTextMost = 20_000;
export const noteStepsMost = 4000;

const noteWords = {
  text: z.string().max(noteTextMost),
  nextSteps: z.string().max(noteStepsMost),
  language: z.enum(locales),
};
const exampleWords = {
  text: 'Three months after the last session she is well. The scar does not hurt any more.',
  nextSteps: 'Blood test in two weeks. Next visit in three months.',
  language: 'en' as const,
};

/** `version` is the one that the writer saw; 0 where there was none. */
export const noteDraft = z
  .strictObject({ ...noteWords, version: z.number().int().min(0) })
  .meta({ id: 'NoteDraft', description: 'What is kept of a note.', examples: [{ ...exampleWords, version: 3 }] });
export type NoteDraft = z.infer<typeof noteDraft>;

export const noteSign = z
  .strictObject({
    version: z.number().int().min(1),
    /** Why it is signed again; needed from the second time on. */
    reason: z.string().trim().max(500).optional(),
  })
  .meta({
    id: 'NoteSign',
    description: 'Signs what is kept at this version.',
    examples: [{ version: 4, reason: 'The date of the blood test was wrong.' }],
  });
export type NoteSign = z.infer<typeof noteSign>;

export const noteRead = z
  .strictObject({
    noteId: z.uuid(),
    number: z.number().int().min(1),
  })
  .meta({
    id: 'NoteRead',
    description: 'The version that was read.',
    examples: [{ noteId: '1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1f', number: 1 }],
  });
export type NoteRead = z.infer<typeof noteRead>;

const exampleNote = {
  noteId: '1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1f',
  state: 'signed' as const,
  draft: null,
  versions: [{ number: 1, ...exampleWords, signedBy: sato, signedAtWords: 'today, 10:20 a.m.', reason: null }],
  read: true,
  readBy: [],
};

export const noteView = z
  .strictObject({
    noteId: z.uuid(),
    /** `signed`: what is kept is what was signed last. */
    state: z.enum(['draft', 'signed']),
    /** For its author alone. */
    draft: z.strictObject({ ...noteWords, version: z.number().int(), savedWords: z.string() }).nullable(),
    /** The newest first. */
    versions: z.array(
      z.strictObject({
        number: z.number().int(),
        ...noteWords,
        signedBy: personName,
        signedAtWords: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    /** Whether this reader has read the newest signed version. */
    read: z.boolean(),
    /** Who of the others has, in words with the time; for staff. */
    readBy: z.array(z.string()),
  })
  .meta({ id: 'NoteView', description: 'The note of a visit.', examples: [exampleNote] });
export type NoteView = z.infer<typeof noteView>;

export const notePage = z
  .strictObject({
    visitId: z.uuid(),
    kind: z.enum(visitKinds),
    episodeId: z.uuid(),
    title: z.string(),
    whenWords: z.string(),
    /** The person on the other side: her physician for a patient, the patient for staff. */
    other: personName,
    /** The reader's own where she writes one, else the first that was signed. */
    note: noteView.nullable(),
    /** Of the other physicians of the visit. */
    others: z.array(noteView),
    /** A physician of the visit, who writes a note of her own. */
    mayWrite: z.boolean(),
  })
  .meta({
    id: 'NotePage',
    description: 'The note of a visit as a page of its own.',
    examples: [
      {
        visitId: exampleFile.visitId,
        kind: 'visit',
        episodeId: '5a2b7c10-1f6e-4d0c-9b8a-7e6f5d4c3b2a',
        title: 'Follow-up after proton therapy',
        whenWords: 'Tuesday, November 24, 7:00 p.m.',
        other: sato,
        note: exampleNote,
        others: [],
        mayWrite: false,
      },
    ],
  });
export type NotePage = z.infer<typeof notePage>;
