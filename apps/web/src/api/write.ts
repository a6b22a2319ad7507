import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

/** A name for one deed. `crypto.randomUUID` is not there on a page of a local network without a certificate. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * A write with the key of its deed: pressing again after a lost answer asks for the same deed, so that nothing is
 * booked or sent twice; other words are another deed. Afterwards every page reads again what it shows. Those of one `inOrder`
 * go one after the other: of two that say different things about the same, the later counts.
 */
export function useWrite<In, Out>(
  write: (input: In, key: string) => Promise<Out>,
  { inOrder }: { inOrder?: string } = {},
) {
  const client = useQueryClient();
  const deed = useRef<{ words: string; key: string } | null>(null);
  return useMutation({
    ...(inOrder && { scope: { id: inOrder } }),
    mutationFn: (input: In) => {
      const words = JSON.stringify(input) ?? '';
      if (deed.current?.words !== words) deed.current = { words, key: newKey() };
      return write(input, deed.current.key);
    },
    onSuccess: () => {
      deed.current = null;
      void client.invalidateQueries();
    },
  });
}
