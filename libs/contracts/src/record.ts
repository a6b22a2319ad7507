import { z } from 'zod';
import { personName } from './said';

/*
 * A patient's record as it travels: files that she or her hospital brings, what became of every part of them, and what a reader
 * sees of it. Words are made on the server, in the reader's language.
 */

/** A summary of a long life has two megabytes. */
export const recordBytesMost = 16_777_216;
/** What comes in pieces may be longer, and is still read. */
export const longRecordBytesMost = 67_108_864;

/** Why nothing of a file can be taken. */
export const importFaults = [
  ...(['empty', 'notText', 'gzip', 'xml', 'xmlDoctype', 'notJson', 'tooDeep', 'number', 'notFhir'] as const),
  ...(['infected'] as const),
  // The last two only in reports of files that were brought before such files could be read.
  ...(['tooMany', 'tooMuch', 'notBundle', 'bundleType'] as const),
] as const;
export type ImportFault = (typeof importFaults)[number];

/** `taken`: stored and understood. `kept`: stored as it came. `refused`: only in the file that came. */
export const entryOutcomes = ['taken', 'kept', 'refused'] as const;
export type EntryOutcome = (typeof entryOutcomes)[number];
export const entryWhys = [
  ...(['noResource', 'unknownType', 'characters', 'message', 'older'] as const),
  ...(['missing', 'many', 'unknown', 'type', 'format', 'code', 'fixed', 'slice', 'rule'] as const),
  ...(['ipsMissing', 'ipsMany', 'ipsCode', 'ipsRule', 'ipsOther', 'ipsLong'] as const),
  ...(['otherBirthDate', 'reference', 'narrative', 'narrativeBroken', 'document', 'modifier', 'more'] as const),
] as const;
export type EntryWhy = (typeof entryWhys)[number];

const emily = { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' };
const exampleIds = {
  importId: '7d2f9a10-5b8e-4c34-9a6f-1c2d3e4f5a6c',
  personId: '3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12',
};
const exampleCounts = { taken: 24, kept: 1, refused: 0, unchanged: 0 };

const importHead = {
  importId: z.uuid(),
  by: personName,
  atWords: z.string(),
  outcome: z.enum(['taken', 'refused']),
  /** How many parts of the file became what; `unchanged` were here before as they are. */
  counts: z.strictObject({
    taken: z.number().int(),
    kept: z.number().int(),
    refused: z.number().int(),
    unchanged: z.number().int(),
  }),
  /** Where the bytes are as they came. */
  href: z.string(),
};
const exampleHead = {
  importId: exampleIds.importId,
  by: emily,
  atWords: 'today, 9:41 a.m.',
  outcome: 'taken' as const,
  counts: exampleCounts,
  href: `/api/patients/${exampleIds.personId}/record/imports/${exampleIds.importId}/content`,
};

export const importReport = z
  .strictObject({
    ...importHead,
    /** Why nothing was taken, in words. */
    why: z.string().nullable(),
    /** What the reader should know, the most important first. */
    rows: z.array(z.strictObject({ outcome: z.enum(entryOutcomes), said: z.string(), count: z.number().int() })),
  })
  .meta({
    id: 'ImportReport',
    description: 'What became of a file that was brought.',
    examples: [
      {
        ...exampleHead,
        why: null,
        rows: [{ outcome: 'kept', said: 'Observation: something that belongs there is missing (status).', count: 1 }],
      },
    ],
  });
export type ImportReport = z.infer<typeof importReport>;

export const importReports = z.strictObject({ items: z.array(importReport) }).meta({
  id: 'ImportReports',
  description: 'What became of files that were brought together.',
  examples: [{ items: [] }],
});
export type ImportReports = z.infer<typeof importReports>;

export const recordLine = z.strictObject({
  lineId: z.string(),
  type: z.string(),
  title: z.string(),
  /** What more is known of it, each a line of its own. */
  said: z.array(z.string()),
  when: z.string().nullable(),
  /** It is made as it should be; else it is shown as far as it can be read. */
  understood: z.boolean(),
  /** Papers and pictures that lie in it. */
  attachments: z.array(
    z.strictObject({
      title: z.string().nullable(),
      /** As its sender says. */
      type: z.string().nullable(),
      bytes: z.number().int().nullable(),
      /** Where it can be had; `null` where it lies elsewhere and was not brought along. */
      href: z.string().nullable(),
    }),
  ),
});
export type RecordLine = z.infer<typeof recordLine>;

export const recordSection = z.strictObject({
  key: z.string(),
  title: z.string(),
  /** Why there is nothing, in words. */
  empty: z.string().nullable(),
  lines: z.array(recordLine),
  /** What the sender wrote for people: safe HTML, made anew. */
  narratives: z.array(z.string()),
});
export type RecordSection = z.infer<typeof recordSection>;

export const recordPage = z
  .strictObject({
    patient: z.strictObject({ personId: z.uuid(), name: personName }),
    /** The reader's own record. */
    mine: z.boolean(),
    /** The newest first. */
    imports: z.array(z.strictObject(importHead)),
    sections: z.array(recordSection),
    /** Where all of it can be had as one file; `null` where nothing is. */
    exportHref: z.string().nullable(),
    /** There may be more, which the reader was not given. */
    partly: z.boolean(),
  })
  .meta({
    id: 'RecordPage',
    description: 'The record of a patient.',
    examples: [
      {
        patient: { personId: exampleIds.personId, name: emily },
        mine: true,
        imports: [exampleHead],
        sections: [
          {
            key: 'allergies',
            title: 'Allergies and intolerances',
            empty: null,
            lines: [
              {
                lineId: '1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1a',
                type: 'AllergyIntolerance',
                title: 'Penicillin',
                said: ['Reaction: rash'],
                when: '2010',
                understood: true,
                attachments: [],
              },
            ],
            narratives: [],
          },
        ],
        exportHref: `/api/patients/${exampleIds.personId}/record/export`,
        partly: false,
      },
    ],
  });
export type RecordPage = z.infer<typeof recordPage>;
