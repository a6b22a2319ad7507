import { z } from 'zod';
import { granteeKinds, granteeRoles, recordCategories, sharePurposes } from './categories';
import { exampleNames } from './examples';
import { words } from './people';
import { recordSection } from './record';
import { personName } from './said';

/*
 * What of a record is shared with whom, until when. A statement is about one reader, or about many who have something in common;
 * what it names may be seen by them, what it does not name may not. FHIR R4 Consent calls it a provision.
 */

const categories = z.array(z.enum(recordCategories)).max(recordCategories.length);
/** Whoever wants longer gives it without an end. */
const shareDaysMost = 3660;

export const shareForm = z
  .strictObject({
    grantee: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('treating') }),
      z.strictObject({ kind: z.literal('role'), role: z.enum(granteeRoles) }),
      z.strictObject({ kind: z.literal('person'), personId: z.uuid() }),
      z.strictObject({ kind: z.literal('institution'), institutionId: z.uuid() }),
    ]),
    purpose: z.enum(sharePurposes).default('TREAT'),
    categories,
    /** From now; null: until it is changed. */
    days: z.number().int().min(1).max(shareDaysMost).nullable().default(null),
    why: z.string().trim().max(300, 'too_long').default(''),
  })
  .meta({
    id: 'ShareForm',
    description: 'Who may see exactly what, and until when; in place of what was said about them before.',
    examples: [{ grantee: { kind: 'treating' }, categories: ['illness', 'medicines', 'results'], days: null }],
  });
export type ShareForm = z.output<typeof shareForm>;

const shareId = z.uuid();
const exampleShare = '2b9d7c1e-4f5a-4c6b-8d7e-9f0a1b2c3d4e';

const share = z.object({
  shareId,
  grantee: z.object({
    kind: z.enum(granteeKinds),
    role: z.enum(granteeRoles).nullable(),
    personId: z.uuid().nullable(),
    institutionId: z.uuid().nullable(),
    /** As the patient reads it. */
    name: z.string(),
  }),
  purpose: z.enum(sharePurposes),
  categories,
  sinceWords: z.string(),
  untilWords: z.string().nullable(),
  /** Said by whoever has ended it, or by time. */
  endedWords: z.string().nullable(),
});

const someone = z.object({
  kind: z.enum(['person', 'institution', 'role']),
  /** Of a role its name. */
  id: z.string(),
  name: z.string(),
  fromWords: z.string().nullable(),
  /** Reads the record as one of those who treat her, without having been named. */
  treats: z.boolean(),
  /** Can open the record in an emergency. */
  opens: z.boolean(),
  /** What the law asks to be said before, where the record would be read in another country. */
  abroad: z.array(z.string()),
});

export const sharingPage = z
  .object({
    /** What those who treat her may see who are not named below. */
    treating: categories,
    /** What of it can be opened in an emergency, by physicians who are not named below. */
    emergency: categories,
    shares: z.array(share),
    /** What was so before; the newest first. */
    earlier: z.array(share),
    /** Whom she can name. */
    people: z.array(someone),
  })
  .meta({
    id: 'SharingPage',
    description: 'Who may see what of the record of the reader.',
    examples: [
      {
        treating: [...recordCategories],
        emergency: [...recordCategories],
        shares: [
          {
            shareId: exampleShare,
            grantee: {
              ...{ kind: 'person', role: null, institutionId: null, name: exampleNames.sato.display },
              personId: '1f0e9d8c-7b6a-4958-8776-655443322110',
            },
            ...{ purpose: 'TREAT', categories: ['images'], sinceWords: 'today at 9:41 a.m.' },
            ...{ untilWords: null, endedWords: null },
          },
        ],
        earlier: [],
        people: [],
      },
    ],
  });
export type SharingPage = z.infer<typeof sharingPage>;

export const shareAsk = z.strictObject({ text: words(300) }).meta({
  id: 'ShareAsk',
  description: 'Why somebody who treats the patient would like to see more of her record.',
  examples: [{ text: 'Before the operation I need the images from Toronto.' }],
});
export type ShareAsk = z.output<typeof shareAsk>;

/* SMART Health Links 1.0: a link, or the picture of one, by which whoever holds it reads what its maker chose. */

/** Wrong passcodes of a link’s whole life. */
export const healthLinkAttempts = 10;
const linkDaysMost = 365;

export const healthLinkForm = z
  .strictObject({
    label: z.string('required').trim().min(1, 'required').max(80, 'too_long'),
    categories: categories.min(1, 'required'),
    days: z.number().int().min(1).max(linkDaysMost),
    /** Null: whoever holds the link reads. */
    passcode: z.string().min(6, 'passcode_short').max(64, 'too_long').nullable().default(null),
    /** One address that is read at once, for readers that do no more; never with a passcode. */
    direct: z.boolean().default(false),
  })
  .refine(({ passcode, direct }) => passcode === null || !direct, { path: ['direct'], error: 'link_direct' })
  .meta({
    id: 'HealthLinkForm',
    description: 'A link for somebody outside of this house.',
    examples: [
      { label: 'For Dr. Lee in Toronto', categories: ['medicines', 'results'], days: 30, passcode: 'maple-7' },
    ],
  });
export type HealthLinkForm = z.output<typeof healthLinkForm>;

export const healthLink = z
  .object({
    linkId: z.uuid(),
    label: z.string(),
    categories,
    madeWords: z.string(),
    untilWords: z.string(),
    state: z.enum(['open', 'expired', 'ended', 'locked']),
    hasPasscode: z.boolean(),
    attemptsLeft: z.number().int(),
    openings: z.array(z.object({ atWords: z.string(), recipient: z.string().nullable(), opened: z.boolean() })),
  })
  .meta({
    id: 'HealthLink',
    description: 'A link that a patient has made, and who has opened it.',
    examples: [
      {
        ...{ linkId: exampleShare, label: 'For Dr. Lee in Toronto', categories: ['results'], state: 'open' },
        ...{ madeWords: 'today at 9:41 a.m.', untilWords: 'December 23', hasPasscode: true, attemptsLeft: 10 },
        openings: [{ atWords: 'today at 10:02 a.m.', recipient: 'Dr. Lee', opened: true }],
      },
    ],
  });
export type HealthLink = z.infer<typeof healthLink>;

export const healthLinks = z.object({ items: z.array(healthLink) }).meta({
  id: 'HealthLinks',
  description: 'The links of the reader, the newest first.',
  examples: [{ items: [] }],
});
export type HealthLinks = z.infer<typeof healthLinks>;

export const healthLinkShown = z
  .object({
    linkId: z.uuid(),
    /** What is handed on: the page of this house that shows it, with the link behind its `#`. */
    address: z.string(),
    /** `shlink:/…`, for other programs. */
    shlink: z.string(),
    /** The address as a QR code: a row a text, `1` for a dark square. */
    squares: z.array(z.string().regex(/^[01]+$/)),
  })
  .meta({
    id: 'HealthLinkShown',
    description: 'A link to be handed on; whoever holds it can read.',
    examples: [
      {
        linkId: exampleShare,
        address: 'https://okaeri.example/shl#shlink:/e30',
        shlink: 'shlink:/e30',
        squares: ['101'],
      },
    ],
  });
export type HealthLinkShown = z.infer<typeof healthLinkShown>;

/** What a reader of a link sends; other programs may send more. */
export const manifestAsk = z
  .object({
    recipient: z.string().min(1).max(200),
    passcode: z.string().max(200).optional(),
    embeddedLengthMax: z.number().int().min(0).optional(),
  })
  .meta({ id: 'ManifestAsk', description: 'Who asks for a manifest.', examples: [{ recipient: 'Dr. Lee, Toronto' }] });
export type ManifestAsk = z.output<typeof manifestAsk>;

export const manifest = z
  .object({
    status: z.enum(['finalized', 'can-change', 'no-longer-valid']),
    files: z.array(
      z.object({
        contentType: z.string(),
        lastUpdated: z.string().optional(),
        embedded: z.string().optional(),
        location: z.string().optional(),
      }),
    ),
  })
  .meta({
    id: 'Manifest',
    description: 'What is behind a SMART Health Link.',
    examples: [{ status: 'can-change', files: [{ contentType: 'application/fhir+json', embedded: 'eyJ…' }] }],
  });
export type Manifest = z.infer<typeof manifest>;

/** Of a link of somebody else, read into the own record. */
export const foreignLinkForm = z
  .strictObject({
    link: words(4000),
    passcode: z.string().max(200).nullable().default(null),
  })
  .meta({
    id: 'ForeignLinkForm',
    description: 'A SMART Health Link as it was pasted or read from its picture.',
    examples: [{ link: 'shlink:/eyJ1cmwiOiJodHRwczovL2V4YW1wbGUub3JnIn0', passcode: null }],
  });
export type ForeignLinkForm = z.output<typeof foreignLinkForm>;

/** Who reads a link on the page of this house. */
export const linkViewForm = z
  .strictObject({ recipient: words(200), passcode: z.string().max(200).nullable().default(null) })
  .meta({ id: 'LinkViewForm', description: 'Who reads a link.', examples: [{ recipient: 'Dr. Lee', passcode: null }] });
export type LinkViewForm = z.output<typeof linkViewForm>;

export const linkView = z
  .object({
    label: z.string(),
    name: personName,
    untilWords: z.string(),
    sections: z.array(recordSection),
    /** Documents and pictures that were brought, where they were chosen. */
    files: z.array(
      z.object({
        what: z.enum(['document', 'series']),
        /** Of a series what it was called where it was made, else what kind of pictures it has. */
        name: z.string(),
        whenWords: z.string(),
        /** Pictures of a series. */
        count: z.number().int(),
        bytes: z.number(),
        /** Where it can be saved for a while: a document as it came, the files of a series as an archive. */
        href: z.string(),
        /** A small picture of a series. */
        preview: z.string().nullable(),
      }),
    ),
  })
  .meta({
    id: 'LinkView',
    description: 'What a link opens, in the words of the reader.',
    examples: [
      {
        label: 'For Dr. Lee in Toronto',
        name: exampleNames.emily,
        untilWords: 'December 23 at 9:41 a.m.',
        sections: [],
        files: [
          {
            ...{ what: 'document', name: 'Letter.pdf', whenWords: 'today at 9:41 a.m.', count: 1, bytes: 48_213 },
            ...{ href: '/api/shl/files/9dYc/content', preview: null },
          },
        ],
      },
    ],
  });
export type LinkView = z.infer<typeof linkView>;
