/** BCP 47 tags of the languages every sentence exists in. */
export const locales = ['en', 'ja', 'vi', 'fr', 'zh', 'ko'] as const;
export type Locale = (typeof locales)[number];

/** The full tag used for `lang` attributes and for formatting; French is Canada's, Chinese is simplified. */
export const localeTags: Record<Locale, string> = {
  en: 'en-CA',
  ja: 'ja-JP',
  vi: 'vi-VN',
  fr: 'fr-CA',
  zh: 'zh-Hans-CN',
  ko: 'ko-KR',
};

/** Each language in its own name, for pickers: a reader who sees the wrong language can still find her own. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  ja: '日本語',
  vi: 'Tiếng Việt',
  fr: 'Français',
  zh: '简体中文',
  ko: '한국어',
};

/** Whether two BCP 47 tags name one language to an ear: regions and scripts aside. */
export const sameLanguage = (one: string, other: string): boolean =>
  one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();

/**
 * The best of our languages for a list of BCP 47 tags, most wanted first (RFC 4647, lookup).
 * Falls back to English where none fits.
 */
export function pickLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const primary = tag.trim().toLowerCase().split('-')[0];
    const found = locales.find((locale) => locale === primary);
    if (found) return found;
  }
  return 'en';
}
