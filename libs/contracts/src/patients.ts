import { z } from 'zod';
import { blocker } from './booking';
import { locales } from './languages';
import {
  birthDate,
  countryCode,
  emailAddress,
  localDate,
  orNothing,
  phoneNumber,
  sexes,
  words,
  wordsOrNothing,
  zoneName,
} from './people';
import { personName, when } from './said';

/** Patients as a coordinator registers and lists them. */
const id = z.uuid();
const dayOrNothing = orNothing(localDate, 'date_wrong').default(null);

const patientFields = {
  /** In her own script. */
  name: words(120),
  nameLatin: words(120),
  nameKana: wordsOrNothing(120).default(null),
  birthDate,
  sex: z.enum(sexes).default('unknown'),
  /** Where she lives: the town is enough. */
  place: words(120),
  country: countryCode,
  zone: zoneName,
  language: z.enum(locales),
  email: orNothing(emailAddress, 'email_wrong').default(null),
  phone: phoneNumber,
};

const patientExample = {
  name: 'Emily Tremblay',
  nameLatin: 'Emily Tremblay',
  nameKana: 'エミリー・トレンブレー',
  birthDate: '1958-03-14',
  sex: 'female' as const,
  place: 'Toronto',
  country: 'CA',
  zone: 'America/Toronto',
  language: 'en' as const,
  email: 'emily@home.example',
  phone: '+1 416-555-0142',
};
const emilyId = '0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e';
const episodeExample = '6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6';

export const patientForm = z
  .strictObject({
    ...patientFields,
    episode: z.strictObject({
      institutionId: id,
      /** What she was treated for, in the writer's language. */
      title: words(160),
      treatment: wordsOrNothing(500).default(null),
      treatedFrom: dayOrNothing,
      treatedTo: dayOrNothing,
      /** Who treats her. */
      team: z.array(id).min(1, 'team_empty').max(8),
    }),
    /** Whether she is written to at once. */
    invite: z.boolean(),
    /** After `duplicate_found`: it is one of these people, or none of them. */
    decision: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('same'), personId: id }),
        z.strictObject({ kind: z.literal('different'), personIds: z.array(id).min(1).max(20) }),
      ])
      .nullable()
      .default(null),
  })
  .refine(({ episode: { treatedFrom, treatedTo } }) => !treatedFrom || !treatedTo || treatedFrom <= treatedTo, {
    path: ['episode', 'treatedTo'],
    message: 'date_order',
  })
  .refine(({ invite, email }) => !invite || email !== null, { path: ['email'], message: 'email_needed' })
  .meta({
    id: 'PatientForm',
    description: 'A patient and what she was treated for. Who may be registered already is offered first.',
    examples: [
      {
        ...patientExample,
        episode: {
          institutionId: '7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6',
          title: 'Proton therapy of the liver',
          team: ['1f0e9d8c-7b6a-4958-8776-655443322110'],
        },
        invite: true,
        decision: null,
      },
    ],
  });
export type PatientForm = z.infer<typeof patientForm>;

export const patientRegistered = z.strictObject({ personId: id, episodeId: id, invited: z.boolean() }).meta({
  id: 'PatientRegistered',
  examples: [{ personId: emilyId, episodeId: episodeExample, invited: true }],
});
export type PatientRegistered = z.infer<typeof patientRegistered>;

/** A change of what is on file; `version` is the one that the page shows. */
export const patientChange = z.strictObject({ ...patientFields, version: z.number().int() }).meta({
  id: 'PatientChange',
  description: 'A patient’s details, mended.',
  examples: [{ ...patientExample, version: 2 }],
});
export type PatientChange = z.infer<typeof patientChange>;

export const patientDetails = z
  .strictObject({
    personId: id,
    name: z.string(),
    nameLatin: z.string(),
    nameKana: z.string().nullable(),
    /** Null for who was registered before birth dates were asked for. */
    birthDate: z.string().nullable(),
    sex: z.enum(sexes),
    place: z.string(),
    country: z.string(),
    zone: z.string(),
    language: z.enum(locales),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({
    id: 'PatientDetails',
    description: 'What is on file of a patient, ready for the form.',
    examples: [{ personId: emilyId, ...patientExample, version: 3 }],
  });
export type PatientDetails = z.infer<typeof patientDetails>;

export const duplicateReasons = ['name', 'kana', 'email', 'phone'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

export const duplicate = z
  .strictObject({
    personId: id,
    name: personName,
    birthDate: z.string().nullable(),
    place: z.string(),
    /** What is alike. */
    why: z.array(z.enum(duplicateReasons)),
  })
  .meta({
    id: 'Duplicate',
    description: 'A patient of these institutions who may be the same person.',
    examples: [
      {
        personId: emilyId,
        name: { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' },
        birthDate: '1958-03-14',
        place: 'Toronto',
        why: ['name', 'phone'],
      },
    ],
  });
export type Duplicate = z.infer<typeof duplicate>;

export const patientRow = z
  .strictObject({
    personId: id,
    episodeId: id,
    name: personName,
    place: z.string(),
    zone: z.string(),
    title: z.string(),
    next: when.nullable(),
    blocker: blocker.nullable(),
    unread: z.number().int(),
  })
  .meta({ id: 'PatientRow' });
export type PatientRow = z.infer<typeof patientRow>;

export const mergeForm = z
  .union([z.strictObject({ into: id, reason: words(500) }), z.strictObject({ different: id })])
  .meta({
    id: 'MergeForm',
    description:
      'Two records are one person, and the second is kept; or they are two people, and are never offered again.',
    examples: [{ into: emilyId, reason: 'Registered twice, once under the name before her marriage.' }],
  });
export type MergeForm = z.infer<typeof mergeForm>;

export const merged = z.strictObject({ personId: id.nullable() }).meta({
  id: 'Merged',
  description: 'The record that is kept; null where they are two people.',
  examples: [{ personId: emilyId }],
});
export type Merged = z.infer<typeof merged>;
