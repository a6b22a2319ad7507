import type { ClientMessageInput, RtpCapabilitiesWire } from '@okaeri/contracts';
import type { Device } from 'mediasoup-client';
import type { RtpCapabilities } from 'mediasoup-client/types';
import { CallFailure } from '../link/failure';

type DtlsParameters = ClientMessageInput<'transport.connect'>['dtlsParameters'];

/** A certificate made beforehand, and what the sfu must know of it. */
export interface Identity {
  certificate: RTCCertificate;
  dtlsParameters: DtlsParameters;
}

/** All that can be ready before the click that joins. */
export interface Prepared {
  device: Device;
  /** `null` where the browser cannot make one: then it is known only in the middle of the negotiation. */
  identity: Identity | null;
}

/** The mediasoup device, loaded before the click that joins and again only if a node with other codecs takes over. */
export interface DeviceHolder {
  prepare(capabilities: RtpCapabilitiesWire): void;
  /** What is ready at this very moment. */
  readonly now: Prepared | null;
  /** Rejects with `room_unavailable` while no node has told its codecs. */
  ready(): Promise<Prepared>;
}

/** A large script that only a call needs: fetched while the person looks at her own picture. */
const library = () => import('mediasoup-client');

export function holdDevice(): DeviceHolder {
  void library().catch(() => undefined);
  let loadedWith = '';
  let prepared: Promise<Prepared> | null = null;
  let now: Prepared | null = null;
  return {
    get now() {
      return now;
    },
    prepare(capabilities) {
      const key = JSON.stringify(capabilities);
      if (key === loadedWith) return;
      loadedWith = key;
      const loading = load(capabilities);
      prepared = loading;
      // A failure is told where it is awaited; a browser without WebRTC must not end in an unhandled rejection before.
      loading.then(
        (loaded) => {
          if (prepared === loading) now = loaded;
        },
        () => undefined,
      );
    },
    ready: () => prepared ?? Promise.reject(new CallFailure('room_unavailable')),
  };
}

async function load(capabilities: RtpCapabilitiesWire): Promise<Prepared> {
  try {
    const { Device } = await library();
    const device = new Device();
    const [identity] = await Promise.all([
      makeIdentity(device.handlerName),
      device.load({ routerRtpCapabilities: capabilities as RtpCapabilities }),
    ]);
    return { device, identity };
  } catch {
    throw new CallFailure('media_refused');
  }
}

/** Only where tried: other handlers of mediasoup-client may choose the other role in the handshake. */
async function makeIdentity(handlerName: string): Promise<Identity | null> {
  if (handlerName !== 'Chrome111') return null;
  try {
    const certificate = await RTCPeerConnection.generateCertificate({
      name: 'ECDSA',
      namedCurve: 'P-256',
    } as Algorithm);
    // mediasoup-client copies its settings, and an older browser cannot copy a certificate.
    structuredClone(certificate);
    const fingerprints = certificate.getFingerprints().map(({ algorithm, value }) => ({
      algorithm: algorithm as DtlsParameters['fingerprints'][number]['algorithm'],
      // The worker compares with what it computes itself, in capitals.
      value: (value ?? '').toUpperCase(),
    }));
    return fingerprints.length > 0 ? { certificate, dtlsParameters: { role: 'client', fingerprints } } : null;
  } catch {
    return null;
  }
}
