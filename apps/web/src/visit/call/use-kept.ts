import { useState } from 'react';

/** What somebody is writing in a panel, by its name. It outlives the panel, which is made anew where a phone is turned. */
export type Kept = Map<string, string>;

export function useKept(kept: Kept, name: string): [string, (value: string) => void] {
  const [value, setValue] = useState(kept.get(name) ?? '');
  const keep = (next: string) => {
    kept.set(name, next);
    setValue(next);
  };
  return [value, keep];
}
