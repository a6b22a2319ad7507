import { body, typed } from './typed';

/** What stands between this browser and notifications. */
export type PushState = 'unable' | 'denied' | 'off' | 'on';

const able = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export async function pushState(): Promise<PushState> {
  if (!able()) return 'unable';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) ? 'on' : 'off';
}

async function subscription(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

/** Asks her browser, which asks her; then the house is told where to write. */
export async function startPush(key: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState();
  await navigator.serviceWorker.register('/worker.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint = '', keys = {} } = made.toJSON();
  const { p256dh = '', auth = '' } = keys;
  await body(typed.POST('/api/me/push', { body: { endpoint, keys: { p256dh, auth } } }));
  return 'on';
}

/** The house first: if that fails she can try again, and nobody writes to a browser that is gone. */
export async function stopPush(): Promise<PushState> {
  const made = able() ? await subscription() : null;
  if (!made) return pushState();
  await body(typed.POST('/api/me/push/end', { body: { endpoint: made.endpoint } }));
  await made.unsubscribe();
  return 'off';
}
