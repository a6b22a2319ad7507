import { localeTags, type Locale } from '@okaeri/contracts';

/** "2.4 MB", "820 kB", in the reader's digits. */
export function sizeWords(bytes: number, locale: Locale): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(localeTags[locale], {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1000));
}
