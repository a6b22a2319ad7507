import { Suspense, useEffect, useState } from 'react';
import { later } from '../../app/later';
import { useMe } from '../../api/session';
import type { RoomProps } from '../call/props';
import { anyKept } from './any-kept';
import { forgetCurrent } from './current';

const Slot = later(() => import('./slot'));

/** A message to be recorded while the link is gone, and what was recorded before: fetched before it is needed. */
export function Record(props: RoomProps) {
  const gone = props.seat.state?.help === 'message';
  const me = useMe();
  // Once the link is gone it is too late to fetch anything.
  const [ready, setReady] = useState(anyKept);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), 5000);
    return () => clearTimeout(timer);
  }, []);
  // With the call the microphone goes, for this too; and the next call may be somebody else's.
  useEffect(() => forgetCurrent, []);
  if (!me || !ready) return null;
  return (
    <Suspense fallback={null}>
      <Slot {...props} gone={gone} personId={me.personId} />
    </Suspense>
  );
}
