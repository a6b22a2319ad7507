import { z } from 'zod';

/** Of a list that is asked for piece by piece. `after` is what the piece before gave as `next`. */
export const pageQuery = z
  .object({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  })
  .meta({ id: 'PageQuery', description: 'Which piece of a list.', examples: [{ limit: 25 }] });
export type PageQuery = z.output<typeof pageQuery>;

/** One piece of a list; `next` is null at its end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
export interface Page<Item> {
  items: Item[];
  next: string | null;
}
