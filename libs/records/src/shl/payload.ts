import { z } from 'zod';

/*
 * What a SMART Health Link says: where to ask, with which key to read, until when. The text after `shlink:/` is all of it, so that it is
 * kept and handed on like a key.
 */

const payload = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2048),
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Seconds since 1970. */
  exp: z.number().optional(),
  flag: z.string().max(10).optional(),
  label: z.string().max(200).optional(),
  v: z.number().optional(),
});
export type LinkPayload = z.infer<typeof payload>;

export function writeLink(link: LinkPayload): string {
  return `shlink:/${Buffer.from(JSON.stringify(link)).toString('base64url')}`;
}

/** Of a link as it was pasted, with or without the page of a viewer before it; `null` where it is none. */
export function readLink(text: string): LinkPayload | null {
  const [, coded] = /shlink:\/([A-Za-z0-9_-]+)/.exec(text.trim()) ?? [];
  if (!coded) return null;
  try {
    const read = payload.safeParse(JSON.parse(Buffer.from(coded, 'base64url').toString('utf8')));
    // Of a later version nobody here knows what it means.
    return read.success && (read.data.v ?? 1) === 1 ? read.data : null;
  } catch {
    return null;
  }
}

/** What a link names, in the words of its manifest. */
const manifest = z.object({
  files: z
    .array(
      z.object({
        contentType: z.string().max(200),
        embedded: z.string().optional(),
        location: z.url({ protocol: /^https?$/ }).optional(),
      }),
    )
    .max(20),
});
export type Manifest = z.infer<typeof manifest>;

/** Of an answer of somebody else's house; `null` where it is none. */
export function readManifest(body: Buffer): Manifest | null {
  return manifest.safeParse(parsedAnswer(body)).data ?? null;
}

const refusal = z.object({ remainingAttempts: z.number().int().min(0) });

/** How many guesses are left, where a refusal says so. */
export function readAttempts(body: Buffer): number | null {
  return refusal.safeParse(parsedAnswer(body)).data?.remainingAttempts ?? null;
}

function parsedAnswer(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
