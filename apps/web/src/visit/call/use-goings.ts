import { useEffect, useRef, useState } from 'react';
import type { VisitSeat } from '@okaeri/contracts';
import { useSay } from '../../locale/say';

/** Who came and who went, in words, for those who cannot see the tiles change. */
export function useGoings(here: readonly VisitSeat[]): string {
  const say = useSay();
  const [said, setSaid] = useState('');
  const before = useRef<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const now = new Map(here.map(({ seatId, name }) => [seatId, name.display]));
    const old = before.current;
    before.current = now;
    // Whoever was here before oneself is read with the page.
    if (!old) return;
    const came = [...now]
      .filter(([seatId]) => !old.has(seatId))
      .map(([, name]) => say('call.announce.joined', { name }));
    const went = [...old].filter(([seatId]) => !now.has(seatId)).map(([, name]) => say('call.announce.left', { name }));
    if (came.length + went.length > 0) setSaid([...came, ...went].join(' '));
  }, [here, say]);
  return said;
}
