import { z } from 'zod';
import { locales } from './languages';
import { sessionExample, sessionPage } from './pages';
import { emailAddress } from './people';
import { personName, when } from './said';

/*
 * Links that let people in. A token stands behind the # of one page, `/link`, so that no server, proxy or referrer sees
 * it; looking at it changes nothing, and a button redeems it.
 */
export const linkKinds = ['sign_in', 'invitation', 'visit'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** The first letter of a token tells its kind. */
export const linkLetters = { sign_in: 's', invitation: 'i', visit: 'v' } as const satisfies Record<LinkKind, string>;
export const linkToken = z.string().regex(/^[siv]\.[\w-]{43}$/);
/** The page that every link leads to; the token follows the #. */
export const linkPath = '/link';

const tokenExample = `v.${'A'.repeat(43)}`;
const nameExample = { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' };

export const signInAsk = z.strictObject({ email: emailAddress }).meta({
  id: 'SignInAsk',
  description: 'The address of somebody who wants a link to come in by. The answer is the same for every address.',
  examples: [{ email: 'emily@home.example' }],
});
export type SignInAsk = z.infer<typeof signInAsk>;

export const nothing = z.strictObject({}).meta({ id: 'Nothing', description: 'Taken in.', examples: [{}] });

export const linkAsk = z
  .strictObject({ token: linkToken })
  .meta({ id: 'LinkAsk', examples: [{ token: tokenExample }] });
export type LinkAsk = z.infer<typeof linkAsk>;

export const linkStates = ['ready', 'confirm', 'used', 'expired', 'ended', 'cancelled', 'not_yet'] as const;
export type LinkState = (typeof linkStates)[number];

export const linkLook = z
  .strictObject({
    kind: z.enum(linkKinds),
    /** `confirm`: another device has the seat, and this one is let in by a code. */
    state: z.enum(linkStates),
    /** Whose link it is; told only while it may still be redeemed. */
    for: personName.nullable(),
    institution: z.string().nullable(),
    when: when.nullable(),
    visitId: z.uuid().nullable(),
    /** Whether this browser is signed in already, and as whom. */
    signedInAs: z.enum(['same', 'other']).nullable(),
    /** Where a code goes, with most of it hidden. */
    mailHint: z.string().nullable(),
  })
  .meta({
    id: 'LinkLook',
    description: 'What a link is, without using it.',
    examples: [
      {
        kind: 'sign_in',
        state: 'ready',
        for: nameExample,
        institution: null,
        when: null,
        visitId: null,
        signedInAs: null,
        mailHint: null,
      },
    ],
  });
export type LinkLook = z.infer<typeof linkLook>;

export const linkRedeem = z.strictObject({ token: linkToken, language: z.enum(locales).optional() }).meta({
  id: 'LinkRedeem',
  description: 'Comes in by a link. `language` is kept for who has not chosen one yet.',
  examples: [{ token: tokenExample, language: 'en' }],
});
export type LinkRedeem = z.infer<typeof linkRedeem>;

export const linkRedeemed = z.strictObject({ session: sessionPage, goTo: z.string() }).meta({
  id: 'LinkRedeemed',
  description: 'Signed in, and the page to go to.',
  examples: [{ session: sessionExample, goTo: '/' }],
});
export type LinkRedeemed = z.infer<typeof linkRedeemed>;

export const codeAsk = z.strictObject({ token: linkToken }).meta({
  id: 'CodeAsk',
  description: 'Asks for a code to the own address of the person whose visit link it is.',
  examples: [{ token: tokenExample }],
});
export type CodeAsk = z.infer<typeof codeAsk>;

/** As a person types it: with spaces, and in the wide digits of a Japanese keyboard. */
const sixDigits = z
  .string('required')
  .transform((typed) => typed.normalize('NFKC').replace(/\D/g, ''))
  .pipe(z.string().length(6, 'code_six'));

export const codeConfirm = z.strictObject({ token: linkToken, code: sixDigits }).meta({
  id: 'CodeConfirm',
  description: 'The code of that mail: this device is let in too.',
  examples: [{ token: tokenExample, code: '402 913' }],
});
export type CodeConfirm = z.infer<typeof codeConfirm>;
