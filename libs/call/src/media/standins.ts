/** A track that needs no device, and how to end what makes it. */
export interface StandIn {
  track: MediaStreamTrack;
  stop(): void;
}

const width = 1280;
const height = 720;
const framesPerSecond = 15;

/**
 * A picture with a name, a colour of its own and a moving clock, so that a frozen picture is seen as frozen. The clock is
 * UTC: a picture that travels between zones should not pretend to be in one.
 */
export function testPicture(name: string, hue: number): StandIn {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { alpha: false });
  const draw = () => pen && paint(pen, name, hue, performance.timeOrigin + performance.now());
  draw();
  const timer = setInterval(draw, 1000 / framesPerSecond);
  const stream = canvas.captureStream(framesPerSecond);
  const track = stream.getVideoTracks()[0];
  if (!track) throw new DOMException('no track from a canvas', 'NotSupportedError');
  return {
    track,
    stop() {
      clearInterval(timer);
      track.stop();
    },
  };
}

function paint(pen: CanvasRenderingContext2D, name: string, hue: number, now: number): void {
  const second = (now / 1000) % 60;
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  pen.fillStyle = `hsl(${hue} 45% 24%)`;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = `hsl(${hue} 60% 88%)`;
  pen.textAlign = 'center';
  pen.font = '600 72px sans-serif';
  pen.fillText(name, width / 2, 130, width - 80);
  pen.font = '64px monospace';
  pen.fillText(`${part((now / 3_600_000) % 24)}:${part((now / 60_000) % 60)}:${part(second)} UTC`, width / 2, 660);
  const x = width / 2;
  const y = 370;
  pen.lineWidth = 14;
  pen.strokeStyle = `hsl(${hue} 50% 46%)`;
  pen.beginPath();
  pen.arc(x, y, 180, 0, 2 * Math.PI);
  pen.stroke();
  const angle = (second / 60) * 2 * Math.PI - Math.PI / 2;
  pen.strokeStyle = `hsl(${hue} 60% 88%)`;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + 160 * Math.cos(angle), y + 160 * Math.sin(angle));
  pen.stroke();
}

/** A quiet tone that swells a little, so that it is not taken for a fault of the line. */
export function tone(context: AudioContext, pitch: number): StandIn {
  const oscillator = new OscillatorNode(context, { frequency: pitch });
  const loudness = new GainNode(context, { gain: 0.1 });
  const swell = new OscillatorNode(context, { frequency: 0.5 });
  const depth = new GainNode(context, { gain: 0.03 });
  const out = context.createMediaStreamDestination();
  oscillator.connect(loudness).connect(out);
  swell.connect(depth).connect(loudness.gain);
  oscillator.start();
  swell.start();
  const track = out.stream.getAudioTracks()[0];
  if (!track) throw new DOMException('no track from a tone', 'NotSupportedError');
  return {
    track,
    stop() {
      oscillator.stop();
      swell.stop();
      out.disconnect();
      track.stop();
    },
  };
}
