import { demoWanted } from './database.mjs';
import { greeting, hasDisplay, tunnelLine } from './greeting.mjs';
import { lanAddresses, newCode, qrCode } from './lan.mjs';
import { shortLine } from './log-lines.mjs';
import { duration, openSteps } from './steps.mjs';

describe('what the terminal says', () => {
  it('gives times as a person cares for them', () => {
    expect([42, 1500, 41_300, 200_000].map(duration)).toEqual(['0.0 s', '1.5 s', '41 s', '3 min 20 s']);
  });

  it('prints one line for a step, and signs of life while it runs', async () => {
    const said: string[] = [];
    const step = openSteps({ stream: { write: (text) => void said.push(text.trim()) }, everyMs: 10, now: () => 0 });
    await step('media worker', async (say) => {
      say('compiling 40 %');
      while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return 'compiled';
    });
    expect(said.length).toBeGreaterThan(1);
    expect(said[0]).toMatch(/^media worker … compiling 40 % .*0\.0 s$/);
    expect(said.at(-1)).toMatch(/^media worker compiled .*0\.0 s$/);
  });

  it('says of a step that it did not work, and stops the signs of life', async () => {
    const said: string[] = [];
    const step = openSteps({ stream: { write: (text) => void said.push(text) }, everyMs: 5 });
    await expect(step('build', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const count = said.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(said).toHaveLength(count);
    expect(said.at(-1)).toContain('did not work');
  });

  it('shows warnings and errors of the log shortly, and keeps the rest to the file', () => {
    const line = (entry: object) => JSON.stringify(entry);
    expect(shortLine(line({ level: 30, msg: 'listening' }), false)).toBeUndefined();
    expect(shortLine(line({ level: 'warn', msg: 'slow', process: 'api' }), false)).toBe('warning (api) slow');
    expect(shortLine(line({ level: 50, msg: 'failed', err: { message: 'why' } }), false)).toBe('error failed: why');
    expect(shortLine('Killed', true)).toBe('Killed');
    expect(shortLine('plain words', false)).toBeUndefined();
    expect(shortLine('{"level":50,', false)).toBeUndefined();
  });

  it('prints a link for each person, and none of them where it is no demo', () => {
    const about = { address: 'http://localhost:3000', port: 3000, mediaPort: 40_000, log: 'x.log', headless: false };
    const demo = greeting({ ...about, demo: true });
    for (const name of ['emily', 'sato', 'mori']) {
      expect(demo).toContain(`http://${name}.localhost:3000`);
    }
    expect(greeting({ ...about, demo: false })).not.toContain('emily');
  });

  it('prints the tunnel for page and media where there is no screen', () => {
    const about = { address: 'http://localhost:3001', port: 3001, mediaPort: 40_002, log: 'x.log', demo: true };
    expect(greeting({ ...about, headless: true })).toContain('ssh -L 3001:localhost:3001 -L 40002:localhost:40002 ');
    expect(tunnelLine({ port: 1, mediaPort: [2, 3] })).toContain('-L 1:localhost:1 -L 2:localhost:2 -L 3:localhost:3 ');
    const env = { SSH_CONNECTION: '192.0.2.7 5000 192.0.2.9 22' };
    expect(tunnelLine({ port: 1, mediaPort: 2, env })).toMatch(/@192\.0\.2\.9$/);
    expect(tunnelLine({ port: 1, mediaPort: 2, env: { SSH_CONNECTION: '::1 5 2001:db8::2 22' } })).toMatch(
      /@\[2001:db8::2\]$/,
    );
  });

  it('knows a display when the session names one', () => {
    expect(hasDisplay({ DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay({ DISPLAY: '' })).toBe(process.platform === 'darwin');
  });
});

it('wants the demo world at home only, unless it is told', () => {
  expect(demoWanted({})).toBe(true);
  expect(demoWanted({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/x' })).toBe(true);
  expect(demoWanted({ DATABASE_URL: 'postgresql://a:b@db.example:5432/x' })).toBe(false);
  expect(demoWanted({ NODE_ENV: 'production' })).toBe(false);
  expect(demoWanted({ NODE_ENV: 'production', OKAERI_DEMO: '1' })).toBe(true);
  expect(demoWanted({ OKAERI_DEMO: '0' })).toBe(false);
});

describe('--lan', () => {
  const entry = (address: string, more: object = {}) => ({
    ...{ address, family: 'IPv4' as const, internal: false, netmask: '255.255.255.0', mac: '', cidr: null },
    ...more,
  });

  it('offers the addresses that a phone can reach, a container’s bridge last', () => {
    const found = lanAddresses({
      lo: [entry('127.0.0.1', { internal: true })],
      docker0: [entry('172.17.0.1')],
      wlan0: [entry('192.168.1.20'), { ...entry('fe80::1'), family: 'IPv6', scopeid: 1 }],
      eth1: [entry('169.254.3.4')],
    });
    expect(found).toEqual(['192.168.1.20', '172.17.0.1']);
  });

  it('makes codes of six digits and a QR code that fills a square', () => {
    expect(newCode()).toMatch(/^\d{6}$/);
    const rows = qrCode('https://192.168.1.20:3000').split('\n');
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });
});
