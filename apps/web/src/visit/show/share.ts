import type { Call } from '@okaeri/call';

/** Phones have no such thing: there, nothing is offered. */
export const maySend = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/** Shows what the person chooses in her browser's own dialog; closing that is no mistake. */
export async function shareScreen(call: Call): Promise<void> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 15 }, audio: true });
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return;
    throw error;
  }
  await call.share(stream);
}
