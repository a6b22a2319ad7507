import { z } from 'zod';
import { tag } from './rtp';

/*
 * What `seat.say` carries as JSON text. The server bounds its length and says whose it is; a page drops what does not
 * parse.
 */
const share = z.number().min(0).max(1);
/** Rises with every frame of its sender: an older one that comes late is dropped. */
const n = z.number().int().min(0);

/** Where the guide of a tour is. Only from who holds the `tour` that is shown. */
export const tourFrame = z.strictObject({
  v: z.literal(1),
  fileId: z.uuid(),
  page: z.number().int().min(1).max(2000),
  zoom: z.number().min(1).max(8),
  /** The middle of what she sees, as shares of the page. */
  x: share,
  y: share,
  n,
  pointer: z.tuple([share, share]).nullable(),
});
export type TourFrame = z.infer<typeof tourFrame>;

/** Anybody's finger on what is shown, five times a second at most. */
export const pointerFrame = z.strictObject({ v: z.literal(1), x: share, y: share, n });
export type PointerFrame = z.infer<typeof pointerFrame>;

/** A typed caption; the same `id` again is the same sentence, further on. */
export const captionFrame = z.strictObject({
  v: z.literal(1),
  id: z.string().min(1).max(16),
  language: tag,
  text: z.string().max(300),
  final: z.boolean(),
});
export type CaptionFrame = z.infer<typeof captionFrame>;

export const sayingKinds = ['tour', 'pointer', 'caption'] as const;
export type SayingKind = (typeof sayingKinds)[number];
/** Characters of one saying. */
export const sayingMost = 512;

export const showingKinds = ['screen', 'tour'] as const;
export type ShowingKind = (typeof showingKinds)[number];

/** What is shown to everybody now, and by whom; one thing at a time. */
export const showing = z
  .object({ seatId: z.uuid(), kind: z.enum(showingKinds), fileId: z.uuid().nullable() })
  .nullable();
export type Showing = z.infer<typeof showing>;
