import { newKey } from '../../api/write';
import { change, forgetCurrent, messageOf, messages, type Sender } from './current';
import { forgetMessage, keepMessage, keptMessages, moment, type KeptMessage } from './kept';
import { sendKept, sendMessage } from './outbox';
import { startRecording, type RecordedKind } from './recorder';

export const showInChat = (inChat: boolean): void => change({ inChat });
export const openMessage = (): void => change({ opened: true });

const isStill = (sender: Sender | null): boolean => messages.get().sender === sender;

export async function record(
  kind: RecordedKind,
  own: Parameters<typeof startRecording>[1],
  { visitId, personId, nameOf }: Sender & { nameOf: (kind: RecordedKind) => string },
): Promise<void> {
  const sender = { visitId, personId };
  change({ at: 'asking', kind, sender, denied: false });
  const recording = await startRecording(kind, own).catch(() => null);
  // She went while the browser asked her, or while it was running: nothing of it may go on.
  if (!isStill(sender)) return recording?.stop();
  if (!recording) return change({ at: 'idle', denied: true });
  change({ at: 'recording', recording, since: performance.now() });
  const made = await recording.done;
  if (!isStill(sender)) return;
  if (!made) return forgetCurrent();
  const { blob, seconds } = made;
  const message: KeptMessage = {
    ...{ id: newKey(), chatKey: newKey(), visitId, personId, kind, name: nameOf(kind), type: blob.type },
    ...{ blob, seconds, madeAt: moment(), wanted: false },
  };
  // A browser that keeps nothing still sends it, for as long as this page stays open.
  await keepMessage(message).catch(() => undefined);
  if (isStill(sender)) change({ at: 'review', recording: null, message });
}

export const stopRecording = (): void => messages.get().recording?.stop();

/** Puts away what was recorded, or the sentence about what became of it. */
export async function discard(): Promise<void> {
  const { message, at } = messages.get();
  forgetCurrent();
  if (message && at !== 'sending') await forgetMessage(message.id).catch(() => undefined);
}

export async function send(): Promise<void> {
  const { message, sender } = messages.get();
  if (!message || !sender) return;
  const wanted = { ...message, wanted: true };
  change({ at: 'sending', message: wanted });
  await keepMessage(wanted).catch(() => undefined);
  // She has gone on: what is still hers to send is what this device still keeps.
  if (!isStill(sender)) return sendKept(sender.personId);
  const became = await sendMessage(wanted);
  if (!isStill(sender)) return;
  if (became === 'stopped') forgetCurrent();
  else change({ at: became === 'sent' ? 'sent' : 'refused', message: became === 'sent' ? null : message });
}

/** What was recorded before this page was loaded again: looked over once more, or on its way by itself. */
export async function recall(visitId: string, personId: string, gone: AbortSignal): Promise<void> {
  const all = await keptMessages(personId).catch(() => []);
  const message = all.find((one) => one.visitId === visitId);
  const here = messageOf(messages.get(), visitId, personId);
  if (!message || gone.aborted || here.at !== 'idle') return;
  change({ sender: { visitId, personId }, message, kind: message.kind, at: 'review' });
  if (message.wanted) await send();
}
