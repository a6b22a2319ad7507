import type { Effect } from './effects';

/** Where the build puts what the effects need; fetched by who switches one on and by nobody else. */
export const effectFiles = '/effects/';

/** What the model was made for. */
const sampleRate = 48_000;

/** The voice without the noise around it, worked out on this device. */
export async function quieted(track: MediaStreamTrack): Promise<Effect> {
  const context = new AudioContext({ sampleRate });
  try {
    const { RnnoiseWorkletNode, loadRnnoise } = await import('@sapphi-red/web-noise-suppressor');
    const [wasmBinary] = await Promise.all([
      loadRnnoise({ url: `${effectFiles}rnnoise.wasm`, simdUrl: `${effectFiles}rnnoise_simd.wasm` }),
      context.audioWorklet.addModule(`${effectFiles}rnnoise.js`),
      running(context),
    ]);
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const node = new RnnoiseWorkletNode(context, { maxChannels: 1, wasmBinary });
    const out = context.createMediaStreamDestination();
    source.connect(node).connect(out);
    const [quiet] = out.stream.getAudioTracks();
    if (!quiet) throw new Error('no track');
    // A phone call takes the context away; the voice must be back when it is over.
    context.onstatechange = () => {
      if (context.state !== 'running' && context.state !== 'closed') void context.resume().catch(() => undefined);
    };
    return {
      track: quiet,
      stop() {
        context.onstatechange = null;
        node.destroy();
        quiet.stop();
        void context.close();
      },
    };
  } catch (error) {
    void context.close();
    throw error;
  }
}

/** Browsers let sound run after a click; until then the voice goes as it is. */
function running(context: AudioContext): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (context.state !== 'running' && context.state !== 'closed') return;
      document.removeEventListener('pointerdown', wake);
      context.removeEventListener('statechange', look);
      resolve();
    };
    const wake = () => void context.resume().catch(() => undefined);
    document.addEventListener('pointerdown', wake);
    context.addEventListener('statechange', look);
    wake();
    look();
  });
}
