import { createLog } from '@okaeri/runtime';
import type { Ledger, LedgerEntry } from './ledger';
import { Strangers, networkOf } from './strangers';

const read = { permission: 'visit.read', entity: 'visit', via: 'http' } as const;
const home = { permission: 'home.read', entity: 'person', via: 'http' } as const;

function open(write: (...entries: LedgerEntry[]) => Promise<void>) {
  const said: string[] = [];
  const log = createLog({ process: 'test', destination: { write: (line: string) => void said.push(line) } });
  return { strangers: new Strangers({ write } as unknown as Ledger, log), said };
}

describe('questions of those whom nobody knows', () => {
  it('get rows of their own up to a limit for each address and permission, then one with a number', async () => {
    const written: LedgerEntry[] = [];
    const { strangers } = open((...entries) => Promise.resolve(void written.push(...entries)));
    const asked = (like: typeof read | typeof home, address: string, times: number) =>
      Array.from({ length: times }, () => strangers.getsRow(like, address)).filter(Boolean).length;
    expect(asked(read, '203.0.113.7', 50)).toBe(20);
    expect(asked(read, '203.0.113.8', 3)).toBe(3);
    expect(asked(home, '203.0.113.7', 25)).toBe(20);
    await strangers.beforeApplicationShutdown();
    const nobody = { actorId: null, entityId: null, patientId: null, outcome: 'refused' };
    expect(written).toEqual([
      { ...read, ...nobody, times: 30 },
      { ...home, ...nobody, times: 5 },
    ]);
    expect(asked(read, '203.0.113.7', 1)).toBe(1);
  });

  it('stay few when they come from everywhere', async () => {
    const written: LedgerEntry[] = [];
    const { strangers } = open((...entries) => Promise.resolve(void written.push(...entries)));
    const rows = Array.from({ length: 5000 }, (_, at) => strangers.getsRow(read, `10.0.${at >> 8}.${at & 255}`));
    expect(rows.filter(Boolean)).toHaveLength(120);
    await strangers.beforeApplicationShutdown();
    expect(written).toEqual([expect.objectContaining({ times: 4880 })]);
  });

  it('are told in the log by their number when they cannot be written', async () => {
    const { strangers, said } = open((...entries) =>
      entries.length > 0 ? Promise.reject(new Error('away')) : Promise.resolve(),
    );
    for (let asked = 0; asked < 22; asked += 1) strangers.getsRow(read, undefined);
    await strangers.beforeApplicationShutdown();
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ level: 'error', refusals: 2 });
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
});
