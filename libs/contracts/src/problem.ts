import { z } from 'zod';
import { conflict, freeTime } from './booking';
import type { Conflict, FreeTime } from './booking';
import { duplicate } from './patients';
import type { Duplicate } from './patients';
import { when } from './said';
import type { When } from './said';

/** One member of a body that cannot be taken: where it is, a stable code, and the reader's sentence for it. */
export const fieldProblem = z.object({ path: z.string(), code: z.string(), message: z.string() }).meta({
  id: 'FieldProblem',
  description: 'What is wrong with one member of a body.',
  examples: [{ path: 'birthDate', code: 'birth_date_future', message: 'This date has not come yet.' }],
});
export type FieldProblem = z.infer<typeof fieldProblem>;

/** One date of a series that cannot be had. */
export const seriesConflict = z
  .object({ date: z.string(), conflicts: z.array(conflict), alternatives: z.array(freeTime) })
  .meta({
    id: 'SeriesConflict',
    description: 'One date of a series on which somebody has something else.',
    examples: [{ date: '2026-12-22', conflicts: [], alternatives: [] }],
  });
export type SeriesConflict = z.infer<typeof seriesConflict>;

/** What an error brings besides its sentence. */
export interface ProblemDetails {
  /** The sentence of a field is said where the problem is told. */
  fields?: readonly { path: string; code: string }[];
  conflicts?: readonly Conflict[];
  free?: FreeTime | null;
  alternatives?: readonly FreeTime[];
  dates?: readonly SeriesConflict[];
  duplicates?: readonly Duplicate[];
  offset?: number;
  remainingAttempts?: number;
  version?: number;
  when?: When;
}

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    requestId: z.string(),
    fields: z.array(fieldProblem).optional(),
    /** Of `overlap`: who has something else then. */
    conflicts: z.array(conflict).optional(),
    /** Of `overlap`: the nearest time at which all of them are free. */
    free: freeTime.nullable().optional(),
    /** Of a time that cannot be had: the nearest ones that can, `free` being the first. */
    alternatives: z.array(freeTime).max(3).optional(),
    /** Of `series_overlap`. */
    dates: z.array(seriesConflict).optional(),
    /** Of `duplicate_found`: who is known already and may be the same person. */
    duplicates: z.array(duplicate).optional(),
    /** Of `file_offset`: how many bytes have arrived. */
    offset: z.number().int().optional(),
    /** Of `link_passcode`: how many more may be wrong. */
    remainingAttempts: z.number().int().optional(),
    /** Of `version_changed`: what it is now. */
    version: z.number().int().optional(),
    /** Of `version_changed` where a visit is concerned: its time as it is now. */
    when: when.optional(),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong (RFC 9457), with a stable code and a sentence in the reader’s language.',
    examples: [
      {
        type: 'urn:okaeri:error:fields_invalid',
        title: 'Please look at the marked fields once more.',
        status: 422,
        code: 'fields_invalid',
        requestId: '7d1f2c3b-5a64-4c58-8e0f-2a9d6b7c8e1f',
        fields: [{ path: 'birthDate', code: 'birth_date_future', message: 'This date has not come yet.' }],
      },
    ],
  });
export type Problem = z.infer<typeof problem>;
