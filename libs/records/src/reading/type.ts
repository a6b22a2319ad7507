import type { Locale } from '@okaeri/contracts';
import { isMessageKey, say } from '@okaeri/words';

/** What kind of thing a resource is, or the file itself; by FHIR's own name where it is a rare one. */
export function typeWords(type: string | null, locale: Locale): string {
  const key = `chart.type.${type ?? 'none'}`;
  return isMessageKey(key) ? say(locale, key) : (type ?? '');
}
