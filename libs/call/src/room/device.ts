import type { RtpCapabilitiesWire } from '@okaeri/contracts';
import { Device } from 'mediasoup-client';
import type { RtpCapabilities } from 'mediasoup-client/types';
import { CallFailure } from '../link/failure';

/** The mediasoup device, loaded before the click that joins and again only if a node with other codecs takes over. */
export interface DeviceHolder {
  prepare(capabilities: RtpCapabilitiesWire): void;
  /** Rejects with `unavailable` while no node has told its codecs. */
  ready(): Promise<Device>;
}

export function holdDevice(): DeviceHolder {
  let loadedWith = '';
  let device: Promise<Device> | null = null;
  return {
    prepare(capabilities) {
      const key = JSON.stringify(capabilities);
      if (key === loadedWith) return;
      loadedWith = key;
      device = load(capabilities);
      // Told where it is awaited; a browser without WebRTC must not end in an unhandled rejection before that.
      device.catch(() => undefined);
    },
    ready: () => device ?? Promise.reject(new CallFailure('room_unavailable')),
  };
}

async function load(capabilities: RtpCapabilitiesWire): Promise<Device> {
  try {
    const device = new Device();
    await device.load({ routerRtpCapabilities: capabilities as RtpCapabilities });
    return device;
  } catch {
    throw new CallFailure('media_refused');
  }
}
