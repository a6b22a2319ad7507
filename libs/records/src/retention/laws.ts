import { Temporal } from '@okaeri/words/time';

/** For how long a law asks whoever treats somebody to keep what was written of it. */
export interface KeepingLaw {
  /** ISO 3166-1 alpha-2, of the institution. */
  country: string;
  /** Of the last entry, so many years. */
  years: number;
  /** Of somebody who was a child: until so many years after she came of age, where that is later. */
  ofAge?: { at: number; years: number };
  /** In force from this day on, ISO 8601. */
  from: string;
  source: string;
}

/*
 * The longest that binds where a country has several: for Canada, where it is a matter of the provinces, that of British
 * Columbia holds for all. A law that changes gets a line of its own with its day; the old one stays for what ended before.
 */
export const keepingLaws: readonly KeepingLaw[] = [
  {
    country: 'JP',
    years: 5,
    from: '1948-10-27',
    source: 'Medical Practitioners’ Act (Act 201 of 1948), Article 24 (2)',
  },
  {
    ...{ country: 'CA', years: 16, ofAge: { at: 19, years: 16 }, from: '2013-06-01' },
    source: 'College of Physicians and Surgeons of British Columbia, Bylaws, section 3-6 (2): sixteen years',
  },
  {
    ...{ country: 'VN', years: 10, from: '2018-03-01' },
    source: 'Circular 53/2017/TT-BYT: records of in-patients and out-patients, ten years',
  },
  {
    ...{ country: 'CN', years: 30, from: '2014-01-01' },
    source:
      '《医疗机构病历管理规定（2013年版）》国卫医发〔2013〕31号: records of in-patients, thirty years (of out-patients fifteen)',
  },
  {
    ...{ country: 'FR', years: 20, ofAge: { at: 18, years: 10 }, from: '2006-01-06' },
    source: 'Code de la santé publique, article R. 1112-7 (décret 2006-6): twenty years, and until the 28th birthday',
  },
];

/** What is kept where no line is known: the longest of all. Unknown means no. */
const longest: Pick<KeepingLaw, 'years' | 'ofAge' | 'source'> = {
  years: keepingLaws.reduce((most, { years }) => Math.max(most, years), 0),
  ofAge: { at: 19, years: 16 },
  source: 'no law of this country is known here: the longest that is known',
};

/**
 * Pure: until which day what was last written on `lastEntry` in this country has to be kept, and by which source. `birthDate`: of the
 * patient, `null` where it is not known.
 */
export function keptUntil(
  country: string,
  lastEntry: Temporal.PlainDate,
  birthDate: Temporal.PlainDate | null,
): { until: Temporal.PlainDate; source: string } {
  const known = keepingLaws
    .filter((law) => law.country === country && Temporal.PlainDate.compare(law.from, lastEntry) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.from, a.from));
  const { years, ofAge, source } = known[0] ?? longest;
  const plain = lastEntry.add({ years });
  const grown = ofAge && birthDate ? birthDate.add({ years: ofAge.at + ofAge.years }) : plain;
  return { until: Temporal.PlainDate.compare(grown, plain) > 0 ? grown : plain, source };
}
