import type { BrowserContext } from 'playwright-core';

export type DeviceTrouble = 'denied' | 'missing' | 'taken';

/**
 * Lets the browser answer for these people (first label of the host name) as it does when their camera, or camera and
 * microphone, cannot be had: the error names are those of the W3C Media Capture specification.
 */
export async function troubleDevices(
  context: BrowserContext,
  people: Record<string, { trouble: DeviceTrouble; what: 'camera' | 'both' }>,
): Promise<void> {
  await context.addInitScript((troubles) => {
    const names = { denied: 'NotAllowedError', missing: 'NotFoundError', taken: 'NotReadableError' };
    const mine = troubles[location.hostname.split('.')[0] ?? ''];
    const devices = navigator.mediaDevices;
    if (!mine || !devices) return;
    const capture = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (wanted) =>
      wanted?.video || mine.what === 'both'
        ? Promise.reject(new DOMException('by the test', names[mine.trouble]))
        : capture(wanted);
  }, people);
}
