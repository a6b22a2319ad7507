import { z } from 'zod';

/** What a visit can take up besides people. */
export const thingKinds = ['room', 'device'] as const;
export type ThingKind = (typeof thingKinds)[number];
/** Of one visit. */
export const thingsPerVisit = 4;

const example = { thingId: '4e1d7a90-2c3b-4f5e-8a6d-7b8c9d0e1f2a', kind: 'room' as const, name: 'Video room 2' };
export const thingView = z
  .strictObject({ thingId: z.uuid(), kind: z.enum(thingKinds), name: z.string() })
  .meta({ id: 'ThingView', description: 'A room or a device, as its institution calls it.', examples: [example] });
export type ThingView = z.infer<typeof thingView>;
