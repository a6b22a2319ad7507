import type { BrowserContext } from 'playwright-core';

/**
 * The fake camera of Chromium shows a green test pattern. For pictures that people look at, each person gets a drawn
 * portrait instead, and a voice so quiet that nobody seems to shout. Everything behind `getUserMedia` is the real thing.
 */
export async function givePortraits(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    interface Drawn {
      wall: string;
      light: string;
      hair: string;
      skin: string;
      clothes: string;
      collar: string;
      long: boolean;
    }
    const emily: Drawn = {
      wall: '#c9b8a3',
      light: '#f4e7d3',
      hair: '#8a5a34',
      skin: '#f0cdb2',
      clothes: '#5f7f8c',
      collar: '#f4efe8',
      long: true,
    };
    const sato: Drawn = {
      wall: '#9fb3bd',
      light: '#dfeaf0',
      hair: '#23262b',
      skin: '#e9c3a0',
      clothes: '#f5f7f8',
      collar: '#7fa6bd',
      long: false,
    };
    const mori: Drawn = {
      wall: '#b3bda6',
      light: '#e7eedd',
      hair: '#2b2422',
      skin: '#eec9a8',
      clothes: '#7a5c6e',
      collar: '#efe4ea',
      long: true,
    };
    const cast: Record<string, Drawn> = { emily, sato, mori };
    const devices = navigator.mediaDevices;
    if (!devices) return;
    const capture = devices.getUserMedia.bind(devices);

    const paint = (pen: CanvasRenderingContext2D, who: Drawn, sway: number) => {
      const { width, height } = pen.canvas;
      const oval = (x: number, y: number, rx: number, ry: number, colour: string) => {
        pen.fillStyle = colour;
        pen.beginPath();
        pen.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
        pen.fill();
      };
      const wall = pen.createLinearGradient(0, 0, width, height);
      wall.addColorStop(0, who.light);
      wall.addColorStop(1, who.wall);
      pen.fillStyle = wall;
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = 'rgb(255 255 255 / 35%)';
      pen.fillRect(width * 0.07, height * 0.1, width * 0.17, height * 0.42);
      pen.fillStyle = 'rgb(0 0 0 / 9%)';
      pen.fillRect(width * 0.76, height * 0.32, width * 0.2, height * 0.02);
      pen.fillRect(width * 0.79, height * 0.2, width * 0.03, height * 0.12);
      pen.fillRect(width * 0.835, height * 0.17, width * 0.025, height * 0.15);
      const x = width / 2 + sway;
      const y = height * 0.42;
      const head = height * 0.2;
      if (who.long) oval(x, y + head * 0.55, head * 1.08, head * 1.5, who.hair);
      oval(x, height * 1.08, head * 2.25, head * 1.95, who.clothes);
      pen.fillStyle = who.skin;
      pen.fillRect(x - head * 0.32, y + head * 0.7, head * 0.64, head * 0.75);
      oval(x, y + head * 1.5, head * 0.42, head * 0.26, who.skin);
      pen.strokeStyle = who.collar;
      pen.lineWidth = head * 0.13;
      pen.beginPath();
      pen.moveTo(x - head * 0.48, y + head * 1.3);
      pen.lineTo(x, y + head * 2.1);
      pen.lineTo(x + head * 0.48, y + head * 1.3);
      pen.stroke();
      oval(x, y, head * 0.82, head, who.skin);
      // Over the head, and back along a fringe with its parting on one side.
      const at = (dx: number, dy: number): [number, number] => [x + head * dx, y + head * dy];
      pen.fillStyle = who.hair;
      pen.beginPath();
      pen.moveTo(...at(-0.88, 0.14));
      pen.bezierCurveTo(...at(-1.05, -1.36), ...at(1.05, -1.36), ...at(0.88, 0.14));
      pen.bezierCurveTo(...at(0.82, -0.3), ...at(0.62, -0.5), ...at(0.3, -0.62));
      pen.bezierCurveTo(...at(0, -0.42), ...at(-0.5, -0.36), ...at(-0.74, -0.3));
      pen.bezierCurveTo(...at(-0.82, -0.2), ...at(-0.86, 0), ...at(-0.88, 0.14));
      pen.fill();
      for (const side of [-1, 1]) oval(x + side * head * 0.31, y + head * 0.12, head * 0.07, head * 0.09, '#33302e');
      pen.strokeStyle = '#a5604f';
      pen.lineCap = 'round';
      pen.lineWidth = head * 0.07;
      pen.beginPath();
      pen.arc(x, y + head * 0.3, head * 0.3, Math.PI * 0.22, Math.PI * 0.78);
      pen.stroke();
    };

    devices.getUserMedia = async (wanted) => {
      const stream = await capture(wanted);
      const persona = location.hostname.split('.')[0] ?? '';
      const who = cast[persona] ?? emily;
      for (const track of stream.getVideoTracks()) {
        const { width = 1280, height = 720 } = track.getSettings();
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        const pen = canvas.getContext('2d');
        if (!pen) continue;
        let turn = 0;
        const draw = () => paint(pen, who, Math.sin(turn++ / 12) * 5);
        draw();
        const timer = setInterval(draw, 100);
        const drawn = canvas.captureStream(10).getVideoTracks()[0];
        if (!drawn) continue;
        const stop = drawn.stop.bind(drawn);
        drawn.stop = () => {
          clearInterval(timer);
          track.stop();
          stop();
        };
        drawn.getSettings = () => track.getSettings();
        stream.removeTrack(track);
        stream.addTrack(drawn);
      }
      for (const track of stream.getAudioTracks()) {
        const audio = new AudioContext();
        const tone = audio.createOscillator();
        const level = audio.createGain();
        const out = audio.createMediaStreamDestination();
        tone.frequency.value = 180;
        // Somebody has to be the one who speaks; alone in a check, everybody is.
        level.gain.value = persona === 'sato' || location.pathname === '/check' ? 0.12 : 0.004;
        tone.connect(level).connect(out);
        tone.start();
        const quiet = out.stream.getAudioTracks()[0];
        if (!quiet) continue;
        const stop = quiet.stop.bind(quiet);
        quiet.stop = () => {
          track.stop();
          stop();
        };
        quiet.getSettings = () => track.getSettings();
        stream.removeTrack(track);
        stream.addTrack(quiet);
      }
      return stream;
    };
  });
}
