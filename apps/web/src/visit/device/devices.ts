/** What this machine used last time, so that nobody chooses a microphone twice. */
export interface ChosenDevices {
  microphone: string;
  camera: string;
  speaker: string;
  /** What is done to voice and picture on this device. */
  noise: boolean;
  blur: boolean;
}

const key = 'okaeri.devices';
const none: ChosenDevices = { microphone: '', camera: '', speaker: '', noise: false, blur: false };

export function keptDevices(): ChosenDevices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { ...none, ...(kept as Partial<ChosenDevices>) };
  } catch {
    return none;
  }
}

export function keepDevice<K extends keyof ChosenDevices>(kind: K, chosen: ChosenDevices[K]): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...keptDevices(), [kind]: chosen }));
  } catch {
    // A browser that keeps nothing still takes part in the visit.
  }
}

/** Whether the browser lets a page choose where sound comes out; Safari leaves that to the system. */
export function choosesSpeaker(): boolean {
  return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}

/** A speaker that is gone is no reason to be silent: the system's own is used. */
export async function soundTo(element: HTMLMediaElement, deviceId: string): Promise<void> {
  if (!choosesSpeaker()) return;
  await element.setSinkId(deviceId).catch(() => (deviceId ? element.setSinkId('').catch(() => undefined) : undefined));
}

/** Whether opening would ask the person something; browsers that cannot tell will ask. */
export async function alreadyAllowed(): Promise<boolean> {
  try {
    // Type libraries do not know these two names everywhere, and some browsers refuse them.
    const names = ['camera', 'microphone'] as unknown as PermissionName[];
    const all = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
    return all.every(({ state }) => state === 'granted');
  } catch {
    return false;
  }
}
