import { useEffect } from 'react';
import type { Me } from '@okaeri/contracts';
import { anyKept } from './any-kept';

/** What was recorded while the link was away is sent from whatever page is opened next. */
export function useKeptMessages(me: Me | null): void {
  const personId = me?.personId;
  useEffect(() => {
    // Where nobody is signed in it only looks through what has been here for too long.
    if (!anyKept()) return;
    const send = () => void import('./outbox').then(({ sendKept }) => sendKept(personId)).catch(() => undefined);
    send();
    // Where even the script could not be had.
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [personId]);
}
