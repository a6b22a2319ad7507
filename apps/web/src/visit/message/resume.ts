import { useEffect } from 'react';
import type { Me } from '@okaeri/contracts';
import { anyKept } from './kept';

/** What was recorded while the link was away is sent from whatever page is opened next. */
export function useKeptMessages(me: Me | null): void {
  const personId = me?.personId;
  useEffect(() => {
    if (!personId || !anyKept()) return;
    const send = () => void import('./outbox').then(({ sendKept }) => sendKept(personId)).catch(() => undefined);
    send();
    // Where even the script could not be had.
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [personId]);
}
