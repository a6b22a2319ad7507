import type { Locale, PersonId } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';

/** For whom something is told: in whose language, by whose clock, at which present. */
export interface RecordsReader {
  personId: PersonId;
  locale: Locale;
  zone: string;
  now: Temporal.Instant;
}
