import fc from 'fast-check';

/** What a window says, as far as Socket.IO lets anybody choose: the name, everything that follows, and what of it is an ack. */
export interface Saying {
  name: string;
  given: unknown[];
  /** As text on the wire, where no client library would say it so; nobody answers these. */
  raw?: string;
}
/** A number below `below`. */
export type Dice = (below: number) => number;
export interface Good {
  name: string;
  body: unknown;
}
export type Mutator = (good: Good, dice: Dice) => Saying;

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    // Mulberry32: short, and the same everywhere.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = <T>(values: readonly T[], dice: Dice): T => values[dice(values.length)] as T;
const anything = fc.sample(fc.jsonValue({ maxDepth: 4 }), { numRuns: 2000, seed: 1 });

/** Every place in a value, by the keys that lead there. */
function placesIn(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inside]) => placesIn(inside, [...at, key]))];
}

/** The value with one place of it otherwise; `undefined` takes it away. */
function changed(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? changed(one, rest, put) : one));
  const entries = Object.entries(value as object).map(([name, one]) => [
    name,
    name === key ? changed(one, rest, put) : one,
  ]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

const somewhere = (value: unknown, dice: Dice, fits: (inside: unknown) => boolean = () => true) => {
  const places = placesIn(value).filter((place) => fits(place.reduce<unknown>((at, key) => (at as never)[key], value)));
  return places.length > 0 ? pick(places, dice) : [];
};
const say = ({ name }: Good, body: unknown): Saying => ({ name, given: [body] });

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'seatId',
  'visitId',
  'roomId',
  'epoch',
  'paused',
  'x',
];
const names = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '',
  'room.open',
  'seat.join',
  'room.plan',
  'visit',
];
/** Names that the library keeps for itself, and packets that nobody asked for. */
const wire = [
  '2["connect",{}]',
  '2["disconnect"]',
  '2["newListener",{}]',
  '2[]',
  '2{}',
  '2["link.look"',
  '299999999999999999999["link.look",{}]',
  '2-1["link.look",{}]',
  '37["never asked"]',
  '51-["link.look",{"_placeholder":true,"num":0}]',
  '59999-["link.look"]',
  '9',
  '4"error"',
  '0',
  '0{"sid":1}',
  '2/other,["link.look",{}]',
];
const numbers = [-1, 0.5, 1e308, -1e308, 2 ** 53, 2 ** 31, 2 ** 32, -0, 65_536, Number.MIN_VALUE];
const words = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202eabc',
  "'; drop table seat; --",
  '../../../etc/passwd',
  '%s%n%x',
  '${7*7}',
  '{{7*7}}',
  '\r\n\r\n',
  'ja-'.repeat(200),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '<script>',
  '́'.repeat(400),
  '9'.repeat(400),
];
const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

/** What is done to a message before it is sent; `often`: out of a thousand. */
export const mutators: readonly { what: string; often: number; mutate: Mutator }[] = [
  { what: 'as it should be', often: 120, mutate: (good) => say(good, good.body) },
  {
    what: 'another type somewhere',
    often: 150,
    mutate: (good, dice) => say(good, changed(good.body, somewhere(good.body, dice), pick(anything, dice))),
  },
  {
    what: 'a part missing',
    often: 100,
    mutate: (good, dice) => say(good, changed(good.body, somewhere(good.body, dice), undefined)),
  },
  {
    what: 'parts too many',
    often: 100,
    mutate: (good, dice) => {
      // Parsed, so that `__proto__` is a key as it comes over the wire and not the prototype.
      const more = JSON.parse(
        `{${JSON.stringify(pick(keys, dice))}:${JSON.stringify(pick(anything, dice))}}`,
      ) as object;
      return say(
        good,
        JSON.parse(
          `{${[good.body, more]
            .map((one) => JSON.stringify(one).slice(1, -1))
            .filter(Boolean)
            .join(',')}}`,
        ),
      );
    },
  },
  {
    what: 'a megabyte of text',
    often: 2,
    mutate: (good, dice) => say(good, changed(good.body, somewhere(good.body, dice), 'x'.repeat(1_000_000))),
  },
  {
    what: 'ten thousand deep',
    often: 8,
    mutate: ({ name }, dice) => {
      const deep = dice(2)
        ? '['.repeat(10_000) + ']'.repeat(10_000)
        : `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
      return { name, given: [], raw: `2[${JSON.stringify(name)},${deep}]` };
    },
  },
  {
    what: 'bytes',
    often: 80,
    mutate: (good, dice) =>
      say(good, changed(good.body, somewhere(good.body, dice), Buffer.alloc(1 + dice(2000), dice(256)))),
  },
  {
    what: 'wrong streams',
    often: 150,
    mutate: (_, dice) => {
      let body: unknown = {
        source: pick(['microphone', 'camera', 'screen', 'screenSound', 'none'], dice),
        rtpParameters: stream(dice),
      };
      const odd = () => pick([...anything, ...numbers, ...words, [], {}, null], dice);
      for (let times = 1 + dice(3); times > 0; times -= 1) body = changed(body, somewhere(body, dice), odd());
      return { name: 'producer.create', given: [body] };
    },
  },
  {
    what: 'wrong acks and packets',
    often: 60,
    mutate: (good, dice) =>
      dice(2)
        ? { name: good.name, given: [], raw: pick(wire, dice) }
        : { name: good.name, given: [good.body, null, [], pick(anything, dice)] },
  },
  {
    what: 'a name that is none',
    often: 80,
    mutate: ({ body }, dice) => ({ name: dice(10) ? pick(names, dice) : 'n'.repeat(20_000), given: [body] }),
  },
  {
    what: 'numbers out of bounds',
    often: 70,
    mutate: (good, dice) => say(good, changed(good.body, somewhere(good.body, dice, isNumber), pick(numbers, dice))),
  },
  {
    what: 'text that bites',
    often: 80,
    mutate: (good, dice) => say(good, changed(good.body, somewhere(good.body, dice, isText), pick(words, dice))),
  },
];

const total = mutators.reduce((sum, { often }) => sum + often, 0);
export function anyMutator(dice: Dice): (typeof mutators)[number] {
  let at = dice(total);
  for (const one of mutators) if ((at -= one.often) < 0) return one;
  throw new Error('The shares of the mutators do not add up.');
}

const stream = (dice: Dice) => ({
  mid: String(dice(4)),
  codecs: [
    {
      mimeType: pick(['audio/opus', 'video/VP8', 'video/rtx', 'audio/PCMU'], dice),
      payloadType: dice(128),
      clockRate: 48_000,
      channels: 2,
      parameters: { apt: 96 },
      rtcpFeedback: [{ type: 'nack' }],
    },
  ],
  headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1 + dice(14) }],
  encodings: Array.from({ length: 1 + dice(4) }, () => ({
    ssrc: dice(2 ** 31),
    rid: `r${dice(3)}`,
    scalabilityMode: 'L1T3',
    rtx: { ssrc: dice(9) },
  })),
  rtcp: { cname: 'x', reducedSize: true },
});
