import { z } from 'zod';
import { exampleIds, exampleNames } from './examples';
import { ladderSides, steps } from './ladder';
import { personName } from './said';
import { seatRoles } from './states';

/** How a link was, kept with the visit: numbers and steps, never what was said. */
const step = z.enum(steps);
const amount = z.number().min(0).max(1_000_000);
const share = z.number().min(0).max(1);
export const mediaPaths = ['udp', 'tcp', 'turn'] as const;
export type MediaPath = (typeof mediaPaths)[number];

/** What a page says of its link each ten seconds. `null`: not known. */
export const qualitySample = z.strictObject({
  upStep: step,
  downStep: step,
  upKbps: amount.nullable(),
  downKbps: amount.nullable(),
  upLoss: share.nullable(),
  downLoss: share.nullable(),
  roundTripMs: amount.nullable(),
  /** The share of the sound that had to be made up. */
  concealed: share.nullable(),
  framesPerSecond: amount.nullable(),
  path: z.enum(mediaPaths).nullable(),
});
export type QualitySample = z.infer<typeof qualitySample>;

/** One in this time is kept. */
export const qualitySeconds = 8;
export const qualityDays = 90;

const exampleSample = {
  ...{ upStep: 'full' as const, downStep: 'low' as const, upKbps: 1850, downKbps: 240, upLoss: 0.002, downLoss: 0.04 },
  ...{ roundTripMs: 212, concealed: 0.01, framesPerSecond: 24, path: 'udp' as const },
};

export const qualityPage = z
  .object({
    visitId: z.uuid(),
    seats: z.array(
      z.object({
        seatId: z.uuid(),
        name: personName,
        role: z.enum(seatRoles),
        path: z.enum(mediaPaths).nullable(),
        samples: z
          .array(
            z.object({
              atWords: z.string(),
              /** Since the first of the visit. */
              second: z.number().int(),
              ...qualitySample.shape,
            }),
          )
          .max(720),
        steps: z.array(
          z.object({
            side: z.enum(ladderSides),
            step,
            words: z.string(),
            /** On the reader's clock; `null`: still so. */
            fromWords: z.string(),
            toWords: z.string().nullable(),
            fromSecond: z.number().int(),
            toSecond: z.number().int().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({
    id: 'QualityPage',
    description: 'How the links of a visit were.',
    examples: [
      {
        visitId: exampleIds.visit,
        seats: [
          {
            ...{ seatId: exampleIds.seat, name: exampleNames.emily, role: 'patient', path: 'udp' },
            samples: [{ atWords: '9:12 a.m.', second: 120, ...exampleSample }],
            steps: [
              {
                ...{ side: 'down', step: 'low', words: 'Smaller pictures' },
                ...{ fromWords: '9:12 a.m.', toWords: null, fromSecond: 110, toSecond: null },
              },
            ],
          },
        ],
      },
    ],
  });
export type QualityPage = z.infer<typeof qualityPage>;
