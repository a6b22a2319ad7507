import type { PersonName } from '@okaeri/contracts';

const hues = [205, 262, 330, 20, 95, 150, 182, 290] as const;
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** One hue for each person, the same in every window and language. */
export function hueOf(name: PersonName): number {
  const key = name.original ?? name.bare;
  let sum = 7;
  for (const sign of key) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return hues[sum % hues.length] ?? hues[0];
}

/** "Emily Tremblay" is ET, "佐藤 健司" is 佐: a family name in Han characters says more than two halves. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? '')][0] ?? '';
  if (han.test(name) || words.length < 2) return first.toUpperCase();
  const last = [...(words.at(-1) ?? '')][0] ?? '';
  return (first + last).toUpperCase();
}
