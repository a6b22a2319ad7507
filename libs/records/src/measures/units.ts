import { atoms, prefixes, temperatures } from './atoms';
import type { Dimensions } from './atoms';

/** A unit as so many of the base units. */
export interface Unit {
  factor: number;
  dimensions: Dimensions;
}

/** What is measured, as far as it tells how grams become moles. */
export interface Substance {
  /** Grams of a mole. */
  molar?: number;
  /** Charges of one of it. */
  charges?: number;
}

const longest = 60;
const component = /^(10[*^]|(?:[A-Za-z%']|\[[^\]\s]{1,30}\])+)?([+-]?\d{1,3})?(\{[^{}]{0,50}\})?$/;
const whole = /^\d{1,9}$/;

/** A code of UCUM, taken apart; `null` where it is none, or one of the few that are no product of others. */
export function parseUnit(code: string): Unit | null {
  if (code === '' || code.length > longest) return null;
  const reader = new Reader(code);
  const unit = reader.term();
  return unit && reader.atEnd() ? unit : null;
}

class Reader {
  #at = 0;

  constructor(private readonly code: string) {}

  atEnd(): boolean {
    return this.#at === this.code.length;
  }

  term(depth = 0): Unit | null {
    let unit: Unit | null = { factor: 1, dimensions: {} };
    let power = 1;
    if (this.#takes('/')) power = -1;
    for (;;) {
      const next = this.#component(depth);
      if (!next) return null;
      unit = times(unit, next, power);
      if (this.#takes('.')) power = 1;
      else if (this.#takes('/')) power = -1;
      else return unit;
    }
  }

  #component(depth: number): Unit | null {
    if (this.#takes('(')) {
      const inner = depth < 4 ? this.term(depth + 1) : null;
      return inner && this.#takes(')') ? inner : null;
    }
    const text = this.#text();
    if (text === '') return null;
    if (whole.test(text)) return { factor: Number(text), dimensions: {} };
    const found = component.exec(text);
    if (!found) return null;
    const [, symbol, exponent] = found;
    // What stands in braces is a remark, and alone it is a number of things.
    if (symbol === undefined) return exponent === undefined ? { factor: 1, dimensions: {} } : null;
    const unit = symbolOf(symbol);
    return unit && times({ factor: 1, dimensions: {} }, unit, Number(exponent ?? 1));
  }

  /** Up to the next mark that parts two units; brackets and braces are stepped over. */
  #text(): string {
    const from = this.#at;
    let inside = '';
    for (; this.#at < this.code.length; this.#at += 1) {
      const mark = this.code.charAt(this.#at);
      if (inside !== '') inside = mark === inside ? '' : inside;
      else if (mark === '[') inside = ']';
      else if (mark === '{') inside = '}';
      else if (mark === '.' || mark === '/' || mark === '(' || mark === ')') break;
    }
    return this.code.slice(from, this.#at);
  }

  #takes(mark: string): boolean {
    if (this.code.charAt(this.#at) !== mark) return false;
    this.#at += 1;
    return true;
  }
}

function symbolOf(symbol: string): Unit | null {
  const known = Object.hasOwn(atoms, symbol) ? atoms[symbol] : undefined;
  if (known) return { factor: known[0], dimensions: known[1] };
  for (const prefix of [symbol.slice(0, 2), symbol.slice(0, 1)]) {
    const rest = symbol.slice(prefix.length);
    const factor = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
    const atom = Object.hasOwn(atoms, rest) ? atoms[rest] : undefined;
    if (factor !== undefined && atom?.[2]) return { factor: factor * atom[0], dimensions: atom[1] };
    // Units by agreement, "[CFU]" or "k[arb'U]", are comparable with themselves alone.
    if (factor !== undefined && byAgreement.test(rest)) return { factor, dimensions: { [rest]: 1 } };
  }
  return byAgreement.test(symbol) ? { factor: 1, dimensions: { [symbol]: 1 } } : null;
}
const byAgreement = /^\[(?!degF|pH\])[^\]]+\]$/;

function times(unit: Unit, other: Unit, power: number): Unit {
  const dimensions: Record<string, number> = { ...unit.dimensions };
  for (const [name, of] of Object.entries(other.dimensions)) {
    const sum = (dimensions[name] ?? 0) + of * power;
    if (sum === 0) delete dimensions[name];
    else dimensions[name] = sum;
  }
  return { factor: unit.factor * other.factor ** power, dimensions };
}

/**
 * A value in another unit; `null` where the two measure different things. Grams become moles where it is known what of.
 */
export function convert(value: number, from: string, to: string, substance: Substance = {}): number | null {
  if (from === to) return value;
  const [warm, warmer] = [temperatures.get(from), temperatures.get(to)];
  if (warm && warmer) return warmer.ofKelvin(warm.toKelvin(value));
  const [a, b] = [parseUnit(from), parseUnit(to)];
  if (!a || !b) return null;
  const factor = a.factor / b.factor;
  if (alike(a.dimensions, b.dimensions)) return value * factor;
  const { molar, charges } = substance;
  if (molar !== undefined) {
    if (alike(swapped(a.dimensions, 'g', 'mol'), b.dimensions)) return (value * factor) / molar;
    if (alike(a.dimensions, swapped(b.dimensions, 'g', 'mol'))) return value * factor * molar;
  }
  if (charges !== undefined) {
    if (alike(swapped(a.dimensions, 'eq', 'mol'), b.dimensions)) return (value * factor) / charges;
    if (alike(a.dimensions, swapped(b.dimensions, 'eq', 'mol'))) return value * factor * charges;
  }
  return null;
}

function alike(a: Dimensions, b: Dimensions): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function swapped(dimensions: Dimensions, from: string, to: string): Dimensions {
  const { [from]: power, ...rest } = dimensions;
  return power === undefined || power !== 1 ? dimensions : { ...rest, [to]: (rest[to] ?? 0) + power };
}
