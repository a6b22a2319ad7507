import type { RtpPath } from '../../support/rtp-peer';
import { audioType, videoType } from './leg';
import type { Streams } from './leg';

/** What an SDP says of the end that wrote it, and of its streams. */
export interface Described {
  usernameFragment: string;
  password: string;
  fingerprints: { algorithm: string; value: string }[];
  candidates: { ip: string; port: number }[];
  media: { line: string; mid: string; map: string[] }[];
}

export function readSdp(sdp: string): Described {
  const all = (pattern: RegExp) => [...sdp.matchAll(pattern)];
  const one = (pattern: RegExp) => pattern.exec(sdp)?.[1] ?? '';
  const candidates = all(/^a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ host/gim).map(([, ip = '', port]) => ({
    ip,
    port: Number(port),
  }));
  const media = sdp.split(/^(?=m=)/m).slice(1);
  return {
    usernameFragment: one(/^a=ice-ufrag:(\S+)/m),
    password: one(/^a=ice-pwd:(\S+)/m),
    fingerprints: [{ algorithm: 'sha-256', value: one(/^a=fingerprint:sha-256 (\S+)/im) }],
    // The same ones stand at each of the streams, which share one way.
    candidates: candidates.filter(({ ip, port }, at) => {
      return !ip.includes(':') && candidates.findIndex((other) => other.ip === ip && other.port === port) === at;
    }),
    media: media.map((part) => ({
      line: /^m=.*/.exec(part)?.[0].trim() ?? '',
      mid: /^a=mid:(\S+)/m.exec(part)?.[1] ?? '',
      map: [...part.matchAll(/^a=rtpmap:.*$/gm)].map(([text]) => text.trim()),
    })),
  };
}

/** What stands at each stream: the way that all of them share. */
function wayOf(path: RtpPath): string[] {
  const { usernameFragment, password } = path.ice.localParameters;
  const candidates = path.ice.localCandidates
    .filter(({ protocol, ip }) => protocol === 'udp' && !ip.includes(':'))
    .map(({ foundation, priority, ip, port }) => `a=candidate:${foundation} 1 udp ${priority} ${ip} ${port} typ host`);
  return [
    'c=IN IP4 0.0.0.0',
    'a=rtcp-mux',
    `a=ice-ufrag:${usernameFragment}`,
    `a=ice-pwd:${password}`,
    `a=fingerprint:sha-256 ${path.fingerprints[0]?.value}`,
    // We are the DTLS client here as towards mediasoup.
    'a=setup:active',
    ...candidates,
  ];
}

function sdpOf(mids: readonly string[], lines: readonly string[]): string {
  const session = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', `a=group:BUNDLE ${mids.join(' ')}`];
  return `${[...session, ...lines].join('\r\n')}\r\n`;
}

/** One voice and one picture, to be sent. */
export function offer(path: RtpPath, { audio, video }: Streams): string {
  const shared = wayOf(path);
  return sdpOf(
    ['0', '1'],
    [
      `m=audio 9 UDP/TLS/RTP/SAVPF ${audioType}`,
      ...shared,
      ...['a=mid:0', 'a=sendonly', `a=rtpmap:${audioType} opus/48000/2`, `a=ssrc:${audio} cname:peer`],
      `m=video 9 UDP/TLS/RTP/SAVPF ${videoType}`,
      ...shared,
      ...['a=mid:1', 'a=sendonly', `a=rtpmap:${videoType} VP8/90000`, `a=ssrc:${video} cname:peer`],
    ],
  );
}

/** To everything that is offered: yes, to be received. */
export function answer(path: RtpPath, { media }: Described): string {
  const shared = wayOf(path);
  const mids = media.map(({ mid }) => mid);
  return sdpOf(
    mids,
    media.flatMap(({ line, mid, map }) => [line, ...shared, `a=mid:${mid}`, 'a=recvonly', ...map]),
  );
}
