import type { Locale } from '@okaeri/contracts';
import { sentences } from './frame';
import type { Block } from './frame';
import { clockIn, tell } from './phrase';
import type { ClockFact, Phrase } from './phrase';

export function sentenceOf(locale: Locale, ...phrases: readonly (Phrase | null)[]): Block {
  const told = phrases.filter((phrase) => phrase !== null);
  return { kind: 'sentence', text: sentences(locale, ...told.map((phrase) => tell(locale, phrase))), told };
}

/** The same moment on several clocks, the reader's first. */
export function clocksBlock(locale: Locale, told: readonly ClockFact[], { over = false } = {}): Block {
  return { kind: 'clocks', clocks: told.map((fact) => clockIn(locale, fact)), told, ...(over ? { over } : {}) };
}

/** Several moments, each on several clocks. */
export function timesBlock(locale: Locale, told: readonly (readonly ClockFact[])[]): Block {
  return { kind: 'times', rows: told.map((row) => row.map((fact) => clockIn(locale, fact))), told };
}

/** A letter as a line of somebody's inbox: what it said, and no language. */
export interface ToldLetter {
  title: Phrase;
  blocks: readonly ToldBlock[];
}

type ToldBlock =
  | { kind: 'sentence'; told: readonly Phrase[] }
  | { kind: 'clocks'; told: readonly ClockFact[] }
  | { kind: 'times'; told: readonly (readonly ClockFact[])[] };

/** `null`: some of it was written in one language only. */
export function toldOf(title: Phrase | undefined, blocks: readonly Block[]): ToldLetter | null {
  if (!title) return null;
  const told: ToldBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'sentence' && block.kind !== 'clocks' && block.kind !== 'times') continue;
    if (!block.told) return null;
    told.push({ kind: block.kind, told: block.told } as ToldBlock);
  }
  return { title, blocks: told };
}

/** The same letter in a language. */
export function sayTold(locale: Locale, { title, blocks }: ToldLetter): { subject: string; blocks: Block[] } {
  return {
    subject: tell(locale, title),
    blocks: blocks.map((block) => {
      if (block.kind === 'sentence') return sentenceOf(locale, ...block.told);
      return block.kind === 'clocks' ? clocksBlock(locale, block.told) : timesBlock(locale, block.told);
    }),
  };
}
