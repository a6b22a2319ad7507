import { z } from 'zod';
import * as contracts from '.';

/** Every schema with a name, by that name. */
const named = Object.values(contracts as Record<string, unknown>).flatMap((each) => {
  if (!(each instanceof z.ZodType)) return [];
  const { id, examples } = z.globalRegistry.get(each) ?? {};
  const shown: readonly unknown[] = Array.isArray(examples) ? examples : [];
  return id ? shown.map((example) => [id, each, example] as const) : [];
});

describe('the examples of the documentation', () => {
  it.each(named)('%s is what its schema takes', (_, schema, example) => {
    const read = schema.safeParse(example);
    expect(read.error?.issues ?? []).toEqual([]);
  });
});
