import { locales } from '@okaeri/contracts';

/** What is spoken in consultations; Okaeri itself speaks the first six. */
export const spokenLanguages = [...locales, 'yue', 'es', 'pt', 'de', 'ru', 'ar', 'th', 'id', 'fil', 'mn'] as const;

const names = new Map<string, Intl.DisplayNames>();

/** A language as the reader calls it. */
export function languageName(code: string, tag: string): string {
  const known = names.get(tag) ?? new Intl.DisplayNames([tag], { type: 'language' });
  names.set(tag, known);
  return known.of(code) ?? code;
}

/** All of them, joined as the reader's language joins. */
export const languageList = (codes: readonly string[], tag: string): string =>
  new Intl.ListFormat(tag).format(languageNames(codes, tag));

export const languageNames = (codes: readonly string[], tag: string): string[] =>
  codes.map((code) => languageName(code, tag));
