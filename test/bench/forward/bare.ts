import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TransportOptionsWire } from '@okaeri/contracts';
import { RtpPath } from '../../support/rtp-peer';
import { deviceCapabilities } from '../../support/socket-window';
import { newStreams } from './leg';
import type { Leg, Peer } from './leg';
import { camera, microphone } from './ours';

interface Answer {
  id: number;
  reply?: unknown;
  error?: string;
}

/** A bare mediasoup process. Needs MEDIASOUP_WORKER_BIN in the environment, as ours does. */
export async function bare(): Promise<Leg> {
  // Below the clone, so that the server finds the packages.
  const folder = await mkdtemp(join(process.env['OKAERI_ROOT'] ?? process.cwd(), '.okaeri', 'bare-'));
  const outfile = join(folder, 'server.cjs');
  const entryPoints = [join(__dirname, 'bare-server.ts')];
  await build({ entryPoints, outfile, bundle: true, format: 'cjs', platform: 'node', packages: 'external' });
  const child = fork(outfile, { execArgv: [] });
  await new Promise((ready) => child.once('message', ready));
  let last = 0;
  const ask = <T>(name: string, data: object) =>
    new Promise<T>((done, fail) => {
      const id = (last += 1);
      const hear = (answer: Answer) => {
        if (answer.id !== id) return;
        child.off('message', hear);
        if (answer.error) fail(new Error(`${name}: ${answer.error}`));
        else done(answer.reply as T);
      };
      child.on('message', hear);
      child.send({ id, name, data });
    });

  return {
    name: 'bare mediasoup',
    pids: [child.pid ?? 0],
    async visit(at) {
      const visit = `visit-${at}`;
      await ask('router', { visit });
      const made: { peer: Peer; receiveId: string; producerIds: string[] }[] = [];
      for (let count = 0; count < 3; count += 1) {
        const open = async () => {
          const options = await ask<TransportOptionsWire>('transport', { visit });
          const path = await RtpPath.open(options, (dtlsParameters) =>
            ask('connect', { id: options.id, dtlsParameters }),
          );
          return { id: options.id, path };
        };
        const [send, receive] = await Promise.all([open(), open()]);
        const streams = newStreams();
        const produce = (kind: string, rtpParameters: object) =>
          ask<{ producerId: string }>('produce', { id: send.id, kind, rtpParameters });
        const sound = await produce('audio', microphone(streams.audio));
        const picture = await produce('video', camera(streams.video));
        const peer = { send: send.path, receive: receive.path, streams };
        made.push({ peer, receiveId: receive.id, producerIds: [sound.producerId, picture.producerId] });
      }
      for (const { receiveId: id, peer } of made) {
        for (const other of made) {
          if (other.peer === peer) continue;
          for (const producerId of other.producerIds) {
            await ask('consume', { id, producerId, rtpCapabilities: deviceCapabilities });
          }
        }
      }
      return made.map(({ peer }) => peer);
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.disconnect();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
