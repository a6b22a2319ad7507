/** Numbers that are the same for the same seed, so that what was found is found again. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, below);
  };
}

/** Values at which counts and lengths break. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const words = [
  '{',
  '[',
  '"',
  '\\',
  '<',
  '>',
  '&',
  '<!DOCTYPE a [<!ENTITY b "b">]>',
  '/JavaScript',
  'stream',
  'endstream',
  '\0',
  '1e999',
];

/** A file with a few things in it wrong: bits, lengths, pieces that are missing, come twice, or are another's. */
export function mutated(seeds: readonly Buffer[], random: (below: number) => number): Buffer {
  let bytes: Buffer = Buffer.from(seeds[random(seeds.length)] ?? Buffer.alloc(0));
  for (let turn = 1 + random(6); turn > 0; turn -= 1) bytes = once(bytes, seeds, random);
  return bytes;
}

function once(bytes: Buffer, seeds: readonly Buffer[], random: (below: number) => number): Buffer {
  const at = random(bytes.length);
  const end = at + random(Math.min(4096, bytes.length - at) + 1);
  switch (random(8)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      return bytes;
    case 1:
      bytes[at] = random(256);
      return bytes;
    case 2:
      if (at + 4 <= bytes.length) bytes.writeUInt32LE(edges[random(edges.length)] ?? 0, at);
      return bytes;
    case 3:
      return bytes.subarray(0, at);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 5: {
      const times = bytes.length < 262_144 ? 1 + random(64) : 1;
      return Buffer.concat([
        bytes.subarray(0, at),
        ...Array.from({ length: times }, () => bytes.subarray(at, end)),
        bytes.subarray(at),
      ]);
    }
    case 6:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(words[random(words.length)] ?? ''), bytes.subarray(at)]);
    default: {
      const other = seeds[random(seeds.length)] ?? bytes;
      const from = random(other.length);
      return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + random(4096)), bytes.subarray(end)]);
    }
  }
}
