import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { SessionPage } from '@okaeri/contracts';
import { keys } from './queries';
import { reach } from './reach';
import { body, typed } from './typed';

const storedKey = 'okaeri.renewal';
const everyMs = 15 * 60_000;

/** Milliseconds that all windows of this browser count alike; only differences of it mean anything. */
const moment = () => performance.timeOrigin + performance.now();

/** How long until this session's token is exchanged, by when this browser saw it first. */
function waitFor(renewAt: string, at: number): number {
  const [known, seen] = (localStorage.getItem(storedKey) ?? '').split('|');
  const since = known === renewAt ? at - Number(seen) : Number.NaN;
  if (since >= 0) return Math.max(0, everyMs - since);
  localStorage.setItem(storedKey, `${renewAt}|${at}`);
  return everyMs;
}

/** A token that was copied somewhere is good for minutes only: the page exchanges its own every quarter of an hour. */
export function useRenewal({ renewAt }: SessionPage): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!renewAt) return;
    let timer: ReturnType<typeof setTimeout>;
    const renew = () => {
      if (reach.isLost()) {
        timer = setTimeout(renew, 10_000);
        return;
      }
      body(typed.POST('/api/session/renew'))
        .then((session) => client.setQueryData(keys.session, session))
        .catch(() => client.invalidateQueries({ queryKey: keys.session }));
    };
    timer = setTimeout(renew, waitFor(renewAt, moment()));
    return () => clearTimeout(timer);
  }, [renewAt, client]);
}
