import type { UploadWhy } from '@okaeri/contracts';
import type { Header } from './header';

/** Whose record it is, as far as a picture can be held against it. */
export interface Whose {
  names: readonly string[];
  birthDate: string | null;
}

/**
 * Whether a picture may be of somebody else: it says another day of birth, or a name that has no part in common with hers in any
 * script. A remark and no more: names are written in many ways.
 */
export function doubtsOf({ patient }: Pick<Header, 'patient'>, whose: Whose): UploadWhy[] {
  const doubts: UploadWhy[] = [];
  if (patient.birthDate && whose.birthDate && patient.birthDate !== whose.birthDate) doubts.push('otherBirthDate');
  const theirs = partsOf(patient.name);
  const hers = new Set(whose.names.flatMap(partsOf));
  const comparable = theirs.filter((part) => [...hers].some((own) => scriptOf(own) === scriptOf(part)));
  if (comparable.length > 0 && !comparable.some((part) => hers.has(part))) doubts.push('otherName');
  return doubts;
}

/** "Tremblay^Emily" and "山田^太郎" in parts, and what stands together also without what separates it. */
function partsOf(name: string): string[] {
  return name.split('=').flatMap((group) => {
    const parts = plain(group)
      .split(/[\s^,.'’・]+/u)
      .filter((part) => part !== '');
    return parts.length > 1 ? [...parts, parts.join('')] : parts;
  });
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function scriptOf(part: string): string {
  if (/\p{Script=Latin}/u.test(part)) return 'latin';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(part)) return 'kana';
  if (/\p{Script=Han}/u.test(part)) return 'han';
  return /\p{Script=Hangul}/u.test(part) ? 'hangul' : 'other';
}
