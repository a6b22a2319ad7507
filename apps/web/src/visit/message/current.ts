import type { KeptMessage } from './kept';
import type { RecordedKind, Recording } from './recorder';

/** Of whom a message is, and to which visit. */
export interface Sender {
  visitId: string;
  personId: string;
}

/*
 * One message at a time in this window: being recorded, looked over, on its way. Two places on the page show it, the
 * call's top line and the chat; while the chat is open it is shown there alone.
 */
export interface MessageState {
  at: 'idle' | 'asking' | 'recording' | 'review' | 'sending' | 'sent' | 'refused';
  kind: RecordedKind;
  /** Whose it is. A new one for each message: who has waited finds by it whether the message is still the same. */
  sender: Sender | null;
  recording: Recording | null;
  /** When the recording began (performance.now()). */
  since: number;
  message: KeptMessage | null;
  /** The device gives no sound or picture. */
  denied: boolean;
  /** The chat is open and shows it. */
  inChat: boolean;
  /** She asked for it in the chat. */
  opened: boolean;
}

const idle: MessageState = {
  ...{ at: 'idle', kind: 'audio', sender: null, recording: null, since: 0, message: null, denied: false },
  ...{ inChat: false, opened: false },
};
let state = idle;
const listeners = new Set<() => void>();

export const messages = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  get: () => state,
};

export function change(values: Partial<MessageState>): void {
  state = { ...state, ...values };
  for (const listener of listeners) listener();
}

/** What this person made for this visit; of anybody else's there is nothing to be seen. */
export function messageOf(all: MessageState, visitId: string, personId: string | undefined): MessageState {
  const own = all.sender?.visitId === visitId && all.sender.personId === personId;
  return own ? all : { ...idle, inChat: all.inChat, opened: all.opened };
}

/** Nothing is recorded or shown any more. What is kept on the device or on its way stays so. */
export function forgetCurrent(): void {
  const { recording, inChat } = state;
  change({ ...idle, inChat });
  recording?.stop();
}
