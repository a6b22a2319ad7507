import type { NodeAnnouncement } from '@okaeri/contracts';
import fc from 'fast-check';
import { pickNode } from './picker';

const node = (nodeId: string, more: Partial<NodeAnnouncement> = {}): NodeAnnouncement => ({
  nodeId,
  country: null,
  draining: false,
  workers: 1,
  rooms: 0,
  seats: 0,
  load: 0,
  openssl: '3',
  mediasoup: '3',
  rtpCapabilities: { codecs: [], headerExtensions: [] },
  ...more,
});
const anywhere = { countries: null };

describe('the choice of a node', () => {
  it('is none where there is none', () => {
    expect(pickNode([], anywhere)).toBeNull();
    expect(pickNode([node('a', { draining: true }), node('b', { workers: 0 })], anywhere)).toBeNull();
  });

  it('falls on the least loaded, then on the one with fewer people', () => {
    expect(pickNode([node('a', { load: 0.7 }), node('b', { load: 0.2 })], anywhere)?.nodeId).toBe('b');
    expect(pickNode([node('a', { load: 0.21, seats: 4 }), node('b', { load: 0.22 })], anywhere)?.nodeId).toBe('b');
    expect(pickNode([node('a', { rooms: 1 }), node('b')], anywhere)?.nodeId).toBe('b');
  });

  it('never leaves the countries that are allowed', () => {
    const anyNode = fc.record({
      country: fc.constantFrom(null, 'CA', 'JP', 'VN'),
      draining: fc.boolean(),
      workers: fc.integer({ min: 0, max: 2 }),
      load: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 6 }), (nodes) => {
        const picked = pickNode(
          nodes.map((facts, at) => node(`n${at}`, facts)),
          { countries: ['CA', 'JP'] },
        );
        const possible = nodes.some(
          ({ country, draining, workers }) => !draining && workers > 0 && /CA|JP/.test(country ?? ''),
        );
        expect(picked !== null).toBe(possible);
        if (picked) expect(['CA', 'JP']).toContain(picked.country);
      }),
    );
  });
});
