/** Follows the loudness of one track. The browser owns the audio thread; reading is cheap and done when somebody asks. */
export interface LevelMeter {
  /** 0..1, the root mean square of the last moment. */
  read(): number;
  stop(): void;
}

export function meter(context: AudioContext, track: MediaStreamTrack): LevelMeter {
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = new AnalyserNode(context, { fftSize: 1024, smoothingTimeConstant: 0 });
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    read() {
      analyser.getFloatTimeDomainData(samples);
      let sum = 0;
      for (const sample of samples) sum += sample * sample;
      return Math.min(1, Math.sqrt(sum / samples.length));
    },
    stop() {
      source.disconnect();
    },
  };
}
