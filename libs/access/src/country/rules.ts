/*
 * What the law of a country asks where a record is read in another. Dated: a rule counts from a day, and perhaps until one. What is
 * not here is not said to be free of rules; it is only not known to us.
 */

export const countryRuleIds = ['jpAppi28', 'vnDecree13', 'vnLaw91'] as const;
export type CountryRuleId = (typeof countryRuleIds)[number];

export interface CountryRule {
  id: CountryRuleId;
  /** ISO 3166-1 alpha-2: that the record leaves. */
  country: string;
  /** `told`: she agrees, and knows to which country it goes. `assessed`: who sends it keeps an assessment as well. */
  asks: 'told' | 'assessed';
  /** The first day on which it counts, and the first on which it does no more. */
  from: string;
  until: string | null;
  source: string;
}

export const countryRules: readonly CountryRule[] = [
  {
    ...{ id: 'jpAppi28', country: 'JP', asks: 'told', from: '2022-04-01', until: null },
    source: 'Act on the Protection of Personal Information (Act No. 57 of 2003), Article 28',
  },
  {
    ...{ id: 'vnDecree13', country: 'VN', asks: 'assessed', from: '2023-07-01', until: '2026-01-01' },
    source: 'Decree 13/2023/ND-CP, Article 25',
  },
  {
    ...{ id: 'vnLaw91', country: 'VN', asks: 'assessed', from: '2026-01-01', until: null },
    source: 'Law 91/2025/QH15 on personal data protection, with Decree 356/2025/ND-CP',
  },
];

/** What counts on a day for a record that these countries hold, and that is to be read in another. */
export function rulesAbroad({
  held,
  readIn,
  on,
}: {
  held: readonly string[];
  readIn: string;
  on: string;
}): CountryRule[] {
  return countryRules.filter(
    ({ country, from, until }) =>
      country !== readIn && held.includes(country) && from <= on && (until === null || on < until),
  );
}
