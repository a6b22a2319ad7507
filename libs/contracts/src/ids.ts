declare const brand: unique symbol;

/** A string that TypeScript keeps apart from other strings; at run time it is a UUID. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Id<'person'>;
export type InstitutionId = Id<'institution'>;
export type EpisodeId = Id<'episode'>;
export type VisitId = Id<'visit'>;
export type SeatId = Id<'seat'>;
/** Opaque to the sfu: a visit's id, or `check-…` for somebody who tries sound and picture alone. */
export type RoomId = Id<'room'>;
