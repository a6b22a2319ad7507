import { z } from 'zod';
import { channels, channelsChosen, phoneStates, quietHours } from './channels';
import { locales } from './languages';
import { deliveryView, reminderMinutes } from './messages';
import { personName } from './said';
import { staffRoles } from './states';
import { thingView } from './things';

/*
 * People as forms and lists hold them. A form's message is the code of what is wrong with a field; its sentence is
 * `field.<code>` in the catalogues.
 */
const locale = z.enum(locales);
const personId = z.uuid();

/** Some words that a person typed: trimmed, and at least one letter of them. */
export const words = (most: number) => z.string('required').trim().min(1, 'required').max(most, 'too_long');
/** The same where nothing is an answer too. A form sends an empty field as an empty text, which is nothing. */
export const wordsOrNothing = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too_long')
    .nullable()
    .transform((typed) => typed || null);
/** Any field where nothing is an answer too; `wrong` is the code for what is neither. */
export const orNothing = (field: z.ZodType<string>, wrong: string) =>
  z
    .string()
    .trim()
    .max(254, 'too_long')
    .refine((typed) => typed === '' || field.safeParse(typed).success, wrong)
    .nullable()
    .transform((typed) => (typed ? field.parse(typed) : null));

/** A day without a clock, as a calendar on the wall has it. */
export const localDate = z.iso.date('date_wrong');
/** Whether it lies ahead is for the server to say: a browser's clock may be wrong. */
export const birthDate = localDate.refine((date) => date >= '1900-01-01', 'birth_date_old');
/** A zone of the tz database. The server alone knows them all, and answers `zone_unknown`. */
export const zoneName = z
  .string('required')
  .max(60, 'zone_unknown')
  .regex(/^[A-Za-z][\w+/-]*$/, 'zone_unknown');
/** The part behind the @ is the same in capitals; the part before it is for its owner to write. */
export const emailAddress = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(254, 'too_long')
  .pipe(z.email('email_wrong'))
  .transform((address) => {
    const at = address.lastIndexOf('@');
    return address.slice(0, at) + address.slice(at).toLowerCase();
  });
/** As a person writes it who wants to be called back. */
export const phoneNumber = z
  .string('required')
  .trim()
  .min(1, 'required')
  .regex(/^\+?[0-9][0-9 ()-]{5,20}$/, 'phone_wrong');
/** ISO 3166-1 alpha-2. */
export const countryCode = z.string('required').regex(/^[A-Z]{2}$/, 'country_wrong');
/** BCP 47, of a spoken language; Okaeri need not be written in it. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, 'language_wrong');

export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof sexes)[number];
/** Whether mail has reached an address. */
export const emailStates = ['unknown', 'works', 'bounced'] as const;
export type EmailState = (typeof emailStates)[number];

const names = {
  /** In her own script. */
  name: words(120),
  nameLatin: words(120),
  nameKana: wordsOrNothing(120).default(null),
};

export const staffInvitation = z
  .strictObject({
    institutionId: z.uuid(),
    role: z.enum(staffRoles),
    email: emailAddress,
    ...names,
    language: locale,
    zone: zoneName,
    /** What an interpreter interprets between: two at least. */
    languages: z.array(languageTag).max(12).default([]),
    licence: wordsOrNothing(80).default(null),
    licenceCountry: orNothing(countryCode, 'country_wrong').default(null),
  })
  .refine(({ role, languages }) => role !== 'interpreter' || new Set(languages).size >= 2, {
    path: ['languages'],
    message: 'languages_two',
  })
  .meta({
    id: 'StaffInvitation',
    description: 'Somebody who is asked to work at an institution with Okaeri.',
    examples: [
      {
        institutionId: '7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6',
        role: 'interpreter',
        email: 'mori@hospital.example',
        name: '森 由紀',
        nameLatin: 'Mori Yuki',
        nameKana: 'もり ゆき',
        language: 'ja',
        zone: 'Asia/Tokyo',
        languages: ['ja', 'en'],
      },
    ],
  });
export type StaffInvitation = z.infer<typeof staffInvitation>;

export const personRow = z
  .strictObject({
    personId,
    name: personName,
    roles: z.array(z.enum(staffRoles)),
    email: z.string().nullable(),
    emailState: z.enum(emailStates),
    place: z.string(),
    /** BCP 47; of an interpreter. */
    languages: z.array(z.string()),
    licence: z.string().nullable(),
  })
  .meta({ id: 'PersonRow' });
export type PersonRow = z.infer<typeof personRow>;

export const invitationStates = ['open', 'accepted', 'expired', 'withdrawn'] as const;
export type InvitationState = (typeof invitationStates)[number];
/** What somebody may be invited as; a steward makes institutions and their first administrators. */
export const invitationRoles = [...staffRoles, 'patient', 'steward'] as const;
export type InvitationRole = (typeof invitationRoles)[number];

export const invitationView = z
  .strictObject({
    invitationId: z.uuid(),
    person: personRow,
    role: z.enum(invitationRoles),
    state: z.enum(invitationStates),
    /** "until 6 December". */
    expiresWords: z.string(),
    delivery: deliveryView.nullable(),
  })
  .meta({ id: 'InvitationView' });
export type InvitationView = z.infer<typeof invitationView>;

export const invited = z.strictObject({ invitationId: z.uuid(), personId }).meta({
  id: 'Invited',
  description: 'The invitation that was made, or the open one there was already.',
  examples: [
    {
      invitationId: '1f2e3d4c-5b6a-4790-8a1b-2c3d4e5f6071',
      personId: '0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e',
    },
  ],
});
export type Invited = z.infer<typeof invited>;

export const institutionForm = z
  .strictObject({
    /** Kept under the language of whoever writes it. */
    name: words(120),
    city: words(80),
    country: countryCode,
    zone: zoneName,
    /** The number to ring when nothing works. */
    phone: phoneNumber,
    email: orNothing(emailAddress, 'email_wrong').default(null),
  })
  .meta({
    id: 'InstitutionForm',
    description: 'A hospital, as its administrator names it.',
    examples: [
      { name: 'Okaeri Osaka Hospital', city: 'Osaka', country: 'JP', zone: 'Asia/Tokyo', phone: '+81 6-0000-0100' },
    ],
  });
export type InstitutionForm = z.infer<typeof institutionForm>;

export const institutionMade = z.strictObject({ institutionId: z.uuid() }).meta({
  id: 'InstitutionMade',
  examples: [{ institutionId: '7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6' }],
});
export type InstitutionMade = z.infer<typeof institutionMade>;

const rowExample = {
  personId: '0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e',
  name: { display: 'Dr Sato Kenji', bare: 'Sato Kenji', original: '佐藤 健司', originalLang: 'ja' },
  roles: ['physician' as const],
  email: 'sato@hospital.example',
  emailState: 'works' as const,
  place: 'Osaka',
  languages: [],
  licence: 'JP 123456',
};

export const peoplePage = z
  .strictObject({
    institution: z.strictObject({
      institutionId: z.uuid(),
      name: z.string(),
      city: z.string(),
      country: z.string(),
      zone: z.string(),
      phone: z.string(),
      email: z.string().nullable(),
    }),
    people: z.array(personRow),
    invitations: z.array(invitationView),
    /** Its rooms and devices that are in use. */
    things: z.array(thingView),
    /** What this reader may invite; empty where she only reads. */
    mayInvite: z.array(z.enum(staffRoles)),
    mayEnd: z.boolean(),
    /** False while no mail can leave: invitations wait. */
    mailSet: z.boolean(),
  })
  .meta({
    id: 'PeoplePage',
    description: 'Who works at an institution, and who was asked to.',
    examples: [
      {
        institution: {
          institutionId: '7d6f5a4e-1b2c-4d3e-8f90-a1b2c3d4e5f6',
          name: 'Okaeri Osaka Hospital',
          city: 'Osaka',
          country: 'JP',
          zone: 'Asia/Tokyo',
          phone: '+81 6-0000-0100',
          email: null,
        },
        people: [rowExample],
        invitations: [],
        things: [],
        mayInvite: ['physician', 'coordinator', 'interpreter', 'administrator'],
        mayEnd: true,
        mailSet: true,
      },
    ],
  });
export type PeoplePage = z.infer<typeof peoplePage>;

const reminders = z
  .array(z.union(reminderMinutes.map((minutes) => z.literal(minutes))))
  .max(reminderMinutes.length)
  .transform((chosen) => reminderMinutes.filter((minutes) => chosen.includes(minutes)));

export const settingsForm = z
  .strictObject({
    name: words(120).optional(),
    nameLatin: words(120).optional(),
    nameKana: wordsOrNothing(120).optional(),
    language: locale,
    zone: zoneName,
    /** How many minutes before a visit she is reminded. */
    reminders,
    quiet: quietHours.nullable().optional(),
    /** By which ways she is told. */
    channels: channelsChosen.optional(),
    phone: orNothing(phoneNumber, 'phone_wrong').optional(),
  })
  .meta({
    id: 'SettingsForm',
    description: 'What a person chooses for herself; what is left out stays.',
    examples: [{ language: 'en', zone: 'America/Toronto', reminders: [1440, 10] }],
  });
export type SettingsForm = z.infer<typeof settingsForm>;

export const settingsPage = z
  .strictObject({
    name: z.string(),
    nameLatin: z.string(),
    nameKana: z.string().nullable(),
    language: locale,
    zone: z.string(),
    reminders: z.array(z.number().int()),
    quiet: quietHours.nullable(),
    phone: z.string().nullable(),
    phoneState: z.enum(phoneStates),
    email: z.string().nullable(),
    emailState: z.enum(emailStates),
    channels: z.array(z.enum(channels)),
    /** The ways that this house has. */
    offered: z.array(z.enum(channels)),
    /** By which her browser knows this house (RFC 8292); null where it sends no notifications. */
    pushKey: z.string().nullable(),
    sessions: z.array(
      z.strictObject({
        sessionId: z.uuid(),
        /** The one that asks. */
        here: z.boolean(),
        /** "Safari, iPhone". */
        deviceWords: z.string(),
        /** "signed in on Tuesday, 9:41 a.m.". */
        sinceWords: z.string(),
      }),
    ),
  })
  .meta({
    id: 'SettingsPage',
    examples: [
      {
        name: 'Emily Tremblay',
        nameLatin: 'Emily Tremblay',
        nameKana: 'エミリー・トレンブレー',
        language: 'en',
        zone: 'America/Toronto',
        reminders: [1440, 60, 10],
        quiet: { from: '22:00', to: '07:00' },
        phone: '+1 416-555-0142',
        phoneState: 'works',
        email: 'emily@home.example',
        emailState: 'works',
        channels: ['email', 'sms', 'app'],
        offered: ['email', 'sms', 'app'],
        pushKey: null,
        sessions: [
          {
            sessionId: '3a2b1c0d-9e8f-4a7b-8c6d-5e4f3a2b1c0d',
            here: true,
            deviceWords: 'Safari, iPhone',
            sinceWords: 'Saturday, November 21, 9:41 a.m.',
          },
        ],
      },
    ],
  });
export type SettingsPage = z.infer<typeof settingsPage>;

/** Said once by everybody who comes in by an invitation. */
export const welcomeForm = z.strictObject({ ...names, language: locale, zone: zoneName }).meta({
  id: 'WelcomeForm',
  description: 'How a person writes her name, and the language and clock she lives by.',
  examples: [
    { name: '佐藤 健司', nameLatin: 'Sato Kenji', nameKana: 'さとう けんじ', language: 'ja', zone: 'Asia/Tokyo' },
  ],
});
export type WelcomeForm = z.infer<typeof welcomeForm>;
