import { z } from 'zod';
import { exampleIds, exampleNames } from './examples';
import { personName } from './said';

/* Who has looked at the record of a patient, as the ledger has it and as she can read it. */

/** What was done, in as many kinds as a patient tells apart. */
export const deeds = [
  ...(['case', 'visit', 'room', 'chat', 'fileRead', 'fileWrite', 'noteRead', 'noteWrite'] as const),
  ...([
    'messages',
    'arrange',
    'lists',
    'details',
    'account',
    'emergency',
    'record',
    'link',
    'sharing',
    'other',
  ] as const),
] as const;
export type Deed = (typeof deeds)[number];

/** `known`: somebody of her care, by name. `stranger`: somebody with no part in it. `nobody`: not signed in. `outsider`: by a link that she made. */
export const lookers = ['known', 'stranger', 'nobody', 'outsider', 'house'] as const;

export const lookedPage = z
  .object({
    /** The newest first; a day on which nobody looked is left out. */
    days: z.array(
      z.object({
        /** Of her calendar. */
        date: z.iso.date(),
        dateWords: z.string(),
        people: z.array(
          z.object({
            who: z.enum(lookers),
            name: personName.nullable(),
            /** "Physician, Naniwa International Hospital". */
            fromWords: z.string().nullable(),
            /** The newest first. */
            entries: z.array(
              z.object({
                /** The newest row of the ledger that it stands for. */
                rowId: z.string().regex(/^\d+$/),
                deed: z.enum(deeds),
                /** Was not let in. */
                refused: z.boolean(),
                /** Only because of an emergency. */
                emergency: z.boolean(),
                words: z.string(),
                /** "9:41 a.m.", "9:41 a.m. to 9:58 a.m.". */
                whenWords: z.string(),
                times: z.number().int(),
                /** What a question about it begins with, and whom it is put to; null where nobody treats her. */
                ask: z.object({ episodeId: z.uuid(), about: z.string() }).nullable(),
              }),
            ),
          }),
        ),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({
    id: 'LookedPage',
    description: 'Who has looked at the record of the reader, by day and person.',
    examples: [
      {
        days: [
          {
            date: '2026-11-23',
            dateWords: 'Monday, November 23',
            people: [
              {
                who: 'known',
                name: exampleNames.sato,
                fromWords: 'Physician, Naniwa International Hospital',
                entries: [
                  {
                    rowId: '4711',
                    deed: 'fileRead',
                    refused: false,
                    emergency: false,
                    words: 'Opened your files',
                    whenWords: '9:41 a.m. to 9:58 a.m.',
                    times: 3,
                    ask: {
                      episodeId: exampleIds.episode,
                      about:
                        'About who looked at my record: Dr. Sato Kenji, Monday, November 23, 9:41 a.m. to 9:58 a.m. Opened your files.',
                    },
                  },
                ],
              },
            ],
          },
        ],
        next: null,
      },
    ],
  });
export type LookedPage = z.infer<typeof lookedPage>;
export type LookedPerson = LookedPage['days'][number]['people'][number];

/** FHIR R4; what is in an AuditEvent is fixed where it is made. */
export const auditBundle = z
  .object({
    resourceType: z.literal('Bundle'),
    type: z.literal('searchset'),
    link: z.array(z.object({ relation: z.enum(['self', 'next']), url: z.string() })),
    entry: z.array(
      z.object({
        search: z.object({ mode: z.literal('match') }),
        resource: z.looseObject({ resourceType: z.literal('AuditEvent'), id: z.string() }),
      }),
    ),
  })
  .meta({
    id: 'AuditBundle',
    description: 'Rows of the ledger about a patient as FHIR R4 AuditEvents, after IHE Basic Audit Log Patterns.',
    examples: [
      {
        resourceType: 'Bundle',
        type: 'searchset',
        link: [{ relation: 'self', url: `/api/patients/${exampleIds.emily}/audit-events?limit=25` }],
        entry: [{ search: { mode: 'match' }, resource: { resourceType: 'AuditEvent', id: '4711' } }],
      },
    ],
  });
export type AuditBundle = z.infer<typeof auditBundle>;
