import { keys, queries } from '../../api/queries';
import { body, keyed, typed } from '../../api/typed';
import { answered } from '../../files/pieces';
import { upload, uploading } from '../../files/uploads';
import { anyKept } from './any-kept';
import { forgetMessage, keepMessage, keptMessages, type KeptMessage } from './kept';

const underway = new Map<string, ReturnType<typeof deliver>>();

/** Sends what this person has recorded and wants sent; it goes on for as long as only the link is away. */
export async function sendKept(personId: string | undefined): Promise<void> {
  for (const message of await keptMessages(personId)) if (message.wanted) void sendMessage(message);
}

/** Answers once it has arrived, was stopped by her, or was refused; one that was refused waits for her again. */
export function sendMessage(message: KeptMessage): Promise<'sent' | 'stopped' | 'refused'> {
  const { id } = message;
  const delivery = underway.get(id) ?? deliver(message).finally(() => underway.delete(id));
  underway.set(id, delivery);
  return delivery;
}

async function deliver(message: KeptMessage): Promise<'sent' | 'stopped' | 'refused'> {
  const { id, chatKey, visitId, name, type, blob } = message;
  const post = (fileId: string) =>
    body(
      typed.POST('/api/visits/{visitId}/chat', {
        params: { path: { visitId }, header: keyed(chatKey) },
        body: { text: '', audience: 'room', to: null, fileId },
        signal: answered(),
      }),
    );
  const done = await upload(visitId, new File([blob], name, { type }), [], { id, post });
  const refused = !done && uploading.all().some((each) => each.id === id && each.state === 'failed');
  // A browser that keeps nothing has nothing to be told; nor has one that has just forgotten her, in whichever window.
  if (anyKept())
    await (refused ? keepMessage({ ...message, wanted: false }) : forgetMessage(id)).catch(() => undefined);
  void queries.invalidateQueries({ queryKey: keys.chat(visitId) });
  return refused ? 'refused' : done ? 'sent' : 'stopped';
}
