import { z } from 'zod';
import { personName } from './said';

/*
 * A record as a physician reads it who has ten minutes: one page for the consult, everything by its date, and what was measured as lines.
 * Words are made on the server, in the reader's language; nothing of it is kept.
 */

const flag = z.enum(['high', 'low', 'odd']).nullable();
const emily = { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' };
const exampleIds = {
  personId: '3f0b7a52-9c1f-4a7e-8a5d-2b6c8d9e0f12',
  lineId: '1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1a',
  visitId: '0d3c7a10-2b4e-4c1d-8e6f-5a4b3c2d1e0f',
};

export const briefLine = z.strictObject({
  lineId: z.string(),
  title: z.string(),
  said: z.array(z.string()),
  when: z.string().nullable(),
  flag,
  /** Compared with the value before it. */
  trend: z.enum(['up', 'down']).nullable(),
  /** What it said at the last visit, where it says something else now. */
  before: z.string().nullable(),
});
export type BriefLine = z.infer<typeof briefLine>;

export const briefSections = [
  ...(['news', 'allergies', 'problems', 'medications', 'results', 'vitals', 'procedures', 'devices'] as const),
] as const;
export type BriefKey = (typeof briefSections)[number];

export const briefSection = z.strictObject({
  key: z.enum(briefSections),
  title: z.string(),
  /** That there is nothing, in the words of who says so. */
  empty: z.string().nullable(),
  lines: z.array(briefLine),
  /** So many more are in the record. */
  more: z.number().int(),
});
export type BriefSection = z.infer<typeof briefSection>;

export const briefPage = z
  .strictObject({
    patient: z.strictObject({ personId: z.uuid(), name: personName, bornWords: z.string().nullable() }),
    mine: z.boolean(),
    /** The reader’s visit with this patient that comes next, else the last one: where her questions are. */
    visitId: z.uuid().nullable(),
    /** When the last visit was that news are counted from; `null` where there was none. */
    sinceWords: z.string().nullable(),
    sections: z.array(briefSection),
    /** Of what nobody has said anything: neither that there is something nor that there is nothing. */
    missing: z.array(z.string()),
    /** So many entries are in the record. */
    entries: z.number().int(),
    /** There may be more, which the reader was not given; then nothing is said to be missing. */
    partly: z.boolean(),
  })
  .meta({
    id: 'BriefPage',
    description: 'One page about a patient for the consult.',
    examples: [
      {
        patient: { personId: exampleIds.personId, name: emily, bornWords: '14 March 1958 (68)' },
        mine: false,
        visitId: exampleIds.visitId,
        sinceWords: '12 October 2026',
        sections: [
          {
            key: 'results',
            title: 'Newest results',
            empty: null,
            lines: [
              {
                ...{ lineId: exampleIds.lineId, title: 'Bilirubin', said: ['1.4 mg/dL', '0.2 – 1.2 mg/dL'] },
                ...{ when: '1 October 2026', flag: 'high' as const, trend: 'up' as const, before: null },
              },
            ],
            more: 12,
          },
        ],
        missing: ['Vaccinations'],
        entries: 214,
        partly: false,
      },
    ],
  });
export type BriefPage = z.infer<typeof briefPage>;

export const timelineKinds = [
  ...(['problems', 'medications', 'allergies', 'results', 'vitals', 'procedures'] as const),
  ...(['immunizations', 'documents', 'visits', 'other'] as const),
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelineQuery = z.object({
  /** Only these, with commas between them. */
  kinds: z
    .string()
    .max(200)
    .optional()
    .meta({ examples: ['results,vitals'] }),
  /** So many entries were read before. */
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type TimelineQuery = z.infer<typeof timelineQuery>;

const timelineItem = z.strictObject({
  lineId: z.string(),
  title: z.string(),
  said: z.array(z.string()),
  flag,
});

export const timelineEntry = z.strictObject({
  entryId: z.string(),
  kind: z.enum(timelineKinds),
  kindWords: z.string(),
  when: z.string(),
  title: z.string(),
  said: z.array(z.string()),
  flag,
  /** What was measured on that day, where one line stands for all of it. */
  items: z.array(timelineItem),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timelinePage = z
  .strictObject({
    mine: z.boolean(),
    /** What there is, whether it is shown or not. */
    kinds: z.array(z.strictObject({ kind: z.enum(timelineKinds), words: z.string(), count: z.number().int() })),
    /** The newest first; what has no date comes last. */
    months: z.array(z.strictObject({ key: z.string(), words: z.string(), entries: z.array(timelineEntry) })),
    /** Where the next piece begins. */
    next: z.number().int().nullable(),
  })
  .meta({
    id: 'TimelinePage',
    description: 'A record by its dates.',
    examples: [
      {
        mine: false,
        kinds: [{ kind: 'procedures', words: 'Operations and procedures', count: 1 }],
        months: [
          {
            key: '2026-05',
            words: 'May 2026',
            entries: [
              {
                ...{ entryId: exampleIds.lineId, kind: 'procedures' as const, kindWords: 'Operations and procedures' },
                ...{ when: '18 May 2026', title: 'Proton therapy of the liver', said: [], flag: null, items: [] },
              },
            ],
          },
        ],
        next: null,
      },
    ],
  });
export type TimelinePage = z.infer<typeof timelinePage>;

export const trendPoint = z.strictObject({
  /** Days since 1970. */
  day: z.number().int(),
  when: z.string(),
  value: z.number(),
  /** Of blood pressure the lower number. */
  below: z.number().nullable(),
  words: z.string(),
  /** How it was brought, where that was in another unit. */
  brought: z.string().nullable(),
  flag,
});
export type TrendPoint = z.infer<typeof trendPoint>;

export const trendSeries = z.strictObject({
  key: z.string(),
  title: z.string(),
  unit: z.string(),
  /** The newest last. */
  points: z.array(trendPoint),
  range: z.strictObject({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  rangeWords: z.string().nullable(),
});
export type TrendSeries = z.infer<typeof trendSeries>;

export const trendGroup = z.strictObject({
  key: z.enum(['results', 'vitals', 'other']),
  title: z.string(),
  series: z.array(trendSeries),
});
export type TrendGroup = z.infer<typeof trendGroup>;

export const trendsPage = z.strictObject({ mine: z.boolean(), groups: z.array(trendGroup) }).meta({
  id: 'TrendsPage',
  description: 'What was measured, each kind in one unit.',
  examples: [
    {
      mine: false,
      groups: [
        {
          key: 'results',
          title: 'Laboratory',
          series: [
            {
              ...{ key: 'bilirubin', title: 'Bilirubin', unit: 'mg/dL' },
              points: [
                {
                  ...{ day: 20_727, when: '1 October 2026', value: 1.4, below: null, words: '1.4 mg/dL' },
                  ...{ brought: '23.9 µmol/L', flag: 'high' as const },
                },
              ],
              range: { low: 0.2, high: 1.2 },
              rangeWords: '0.2 – 1.2 mg/dL',
            },
          ],
        },
      ],
    },
  ],
});
export type TrendsPage = z.infer<typeof trendsPage>;
