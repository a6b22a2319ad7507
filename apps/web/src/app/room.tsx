import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

interface Room {
  /** The call fills the window: no header, dark whatever the reader's choice. */
  inCall: boolean;
  setInCall: (inCall: boolean) => void;
}
const context = createContext<Room>({ inCall: false, setInCall: () => undefined });

export function RoomProvider({ children }: { children: ReactNode }) {
  const [inCall, setInCall] = useState(false);
  const value = useMemo(() => ({ inCall, setInCall }), [inCall]);
  return <context.Provider value={value}>{children}</context.Provider>;
}

export function useRoom(): Room {
  return useContext(context);
}

/** While `active`, the shell steps back: no header or footer, and the dark theme. Used by the call. */
export function useCallRoom(active: boolean): void {
  const { setInCall } = useRoom();
  useEffect(() => {
    setInCall(active);
    return () => setInCall(false);
  }, [active, setInCall]);
}
