import { newKey } from '../../api/write';
import { forgetMessage, keepMessage, keptMessages, type KeptMessage } from './kept';
import { sendMessage } from './outbox';
import { startRecording, type RecordedKind, type Recording } from './recorder';

/*
 * One message at a time in this window: being recorded, looked over, on its way. Two places on the page show it, the
 * call's top line and the chat; while the chat is open it is shown there alone.
 */
export interface MessageState {
  at: 'idle' | 'asking' | 'recording' | 'review' | 'sending' | 'sent' | 'refused';
  kind: RecordedKind;
  stream: MediaStream | null;
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
  ...{ at: 'idle', kind: 'audio', stream: null, since: 0, message: null, denied: false, inChat: false, opened: false },
};
let state = idle;
let running: Recording | null = null;
const listeners = new Set<() => void>();

export const messages = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  get: () => state,
};

function change(values: Partial<MessageState>): void {
  state = { ...state, ...values };
  for (const listener of listeners) listener();
}

export const showInChat = (inChat: boolean): void => change({ inChat });
export const openMessage = (): void => change({ opened: true });

/** Of whom a message is, and to which visit. */
export interface Sender {
  visitId: string;
  personId: string;
  /** What its file is called. */
  nameOf: (kind: RecordedKind) => string;
}

export async function record(
  kind: RecordedKind,
  own: Parameters<typeof startRecording>[1],
  { visitId, personId, nameOf }: Sender,
): Promise<void> {
  change({ at: 'asking', kind, denied: false });
  try {
    running = await startRecording(kind, own);
  } catch {
    change({ at: 'idle', denied: true });
    return;
  }
  const mine = running;
  change({ at: 'recording', stream: mine.stream, since: performance.now() });
  const made = await mine.done;
  // Put away while it was running.
  if (running !== mine) return;
  running = null;
  if (!made) {
    change({ at: 'idle', stream: null });
    return;
  }
  const { blob, seconds } = made;
  const message: KeptMessage = {
    ...{ id: newKey(), chatKey: newKey(), visitId, personId, kind, name: nameOf(kind), type: blob.type },
    ...{ blob, seconds, wanted: false },
  };
  // A browser that keeps nothing still sends it, for as long as this page stays open.
  await keepMessage(message).catch(() => undefined);
  change({ at: 'review', stream: null, message });
}

export const stopRecording = (): void => running?.stop();

/** Puts away what was recorded, or the sentence about what became of it. */
export async function discard(): Promise<void> {
  const { message, at } = state;
  running?.stop();
  running = null;
  change({ ...idle, inChat: state.inChat });
  if (message && at !== 'sending') await forgetMessage(message.id).catch(() => undefined);
}

export async function send(): Promise<void> {
  const { message } = state;
  if (!message) return;
  const wanted = { ...message, wanted: true };
  change({ at: 'sending', message: wanted });
  await keepMessage(wanted).catch(() => undefined);
  const became = await sendMessage(wanted);
  if (state.message?.id !== message.id) return;
  if (became === 'stopped') change({ ...idle, inChat: state.inChat });
  else change({ at: became === 'sent' ? 'sent' : 'refused', message: became === 'sent' ? null : message });
}

/** What was recorded before this page was loaded again: looked over once more, or on its way by itself. */
export async function recall(visitId: string, personId: string): Promise<void> {
  const all = await keptMessages(personId).catch(() => []);
  const message = all.find((one) => one.visitId === visitId);
  if (!message || state.at !== 'idle') return;
  change({ message, kind: message.kind, at: 'review' });
  if (message.wanted) await send();
}
