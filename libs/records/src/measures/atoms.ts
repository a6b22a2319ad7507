/*
 * The units of laboratories and bedsides, as UCUM 2.1 defines them (https://ucum.org/ucum): each by how many of the base units it is.
 * `mol`, `eq` and `osm` are kinds of their own here: what they are of each other depends on what is measured.
 */

export type Dimensions = Readonly<Record<string, number>>;
/** Factor, dimensions, and whether it takes a prefix. */
export type Atom = readonly [factor: number, dimensions: Dimensions, metric?: true];

const none = {};
const volume = { m: 3 };
const pressure = { g: 1, m: -1, s: -2 };
const energy = { g: 1, m: 2, s: -2 };

export const atoms: Readonly<Record<string, Atom>> = {
  m: [1, { m: 1 }, true],
  g: [1, { g: 1 }, true],
  s: [1, { s: 1 }, true],
  K: [1, { K: 1 }, true],
  A: [1, { A: 1 }, true],
  cd: [1, { cd: 1 }, true],
  mol: [1, { mol: 1 }, true],
  eq: [1, { eq: 1 }, true],
  osm: [1, { osm: 1 }, true],
  rad: [1, { rad: 1 }, true],
  deg: [Math.PI / 180, { rad: 1 }],
  L: [1e-3, volume, true],
  l: [1e-3, volume, true],
  t: [1e6, { g: 1 }, true],
  min: [60, { s: 1 }],
  h: [3600, { s: 1 }],
  d: [86_400, { s: 1 }],
  wk: [604_800, { s: 1 }],
  mo: [2_629_800, { s: 1 }],
  a: [31_557_600, { s: 1 }],
  Hz: [1, { s: -1 }, true],
  N: [1e3, { g: 1, m: 1, s: -2 }, true],
  Pa: [1e3, pressure, true],
  bar: [1e8, pressure, true],
  'm[Hg]': [133_322_000, pressure, true],
  'm[H2O]': [9_806_650, pressure, true],
  J: [1e3, energy, true],
  cal: [4184, energy, true],
  W: [1e3, { g: 1, m: 2, s: -3 }, true],
  V: [1e3, { g: 1, m: 2, s: -3, A: -1 }, true],
  kat: [1, { mol: 1, s: -1 }, true],
  /** The activity of an enzyme: a micromole a minute. */
  U: [1e-6 / 60, { mol: 1, s: -1 }, true],
  Gy: [1, { m: 2, s: -2 }, true],
  Sv: [1, { m: 2, s: -2 }, true],
  Bq: [1, { s: -1 }, true],
  '%': [1e-2, none],
  '[ppm]': [1e-6, none],
  '[ppb]': [1e-9, none],
  '10*': [10, none],
  '10^': [10, none],
  '[in_i]': [0.0254, { m: 1 }],
  '[ft_i]': [0.3048, { m: 1 }],
  '[lb_av]': [453.592_37, { g: 1 }],
  '[oz_av]': [28.349_523_125, { g: 1 }],
  '[iU]': [1, { '[iU]': 1 }, true],
  '[IU]': [1, { '[iU]': 1 }, true],
};

interface Scale {
  toKelvin(value: number): number;
  ofKelvin(value: number): number;
}

/** Zero of these is not zero of the other: they are no unit of a product. */
export const temperatures: ReadonlyMap<string, Scale> = new Map([
  ['K', { toKelvin: (value: number) => value, ofKelvin: (value: number) => value }],
  ['Cel', { toKelvin: (value: number) => value + 273.15, ofKelvin: (value: number) => value - 273.15 }],
  [
    '[degF]',
    {
      toKelvin: (value: number) => ((value + 459.67) * 5) / 9,
      ofKelvin: (value: number) => (value * 9) / 5 - 459.67,
    },
  ],
]);

export const prefixes: Readonly<Record<string, number>> = {
  ...{ Y: 1e24, Z: 1e21, E: 1e18, P: 1e15, T: 1e12, G: 1e9, M: 1e6, k: 1e3, h: 1e2, da: 1e1 },
  ...{ d: 1e-1, c: 1e-2, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15, a: 1e-18 },
};
