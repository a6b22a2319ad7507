import type { Substance } from './units';

/*
 * What is one and the same to a physician, though LOINC has a code for it in grams and another in moles. Molar masses are those of PubChem
 * (https://pubchem.ncbi.nlm.nih.gov), of a triglyceride and of haemoglobin (as its monomer) those that laboratories agree on.
 */

export interface Analyte extends Substance {
  key: string;
  /** Codes of LOINC. */
  codes: readonly string[];
  /** What it is usually given in: where grams are counted, and where moles are. */
  grams?: string;
  moles?: string;
}

const mgdl = 'mg/dL';
const mmol = 'mmol/L';
const umol = 'umol/L';

const list: readonly Analyte[] = [
  { key: 'glucose', codes: ['2345-7', '2339-0', '14749-6', '15074-8'], molar: 180.16, grams: mgdl, moles: mmol },
  { key: 'glucose-fasting', codes: ['1558-6', '14771-0'], molar: 180.16, grams: mgdl, moles: mmol },
  { key: 'glucose-finger', codes: ['41653-7', '14743-9'], molar: 180.16, grams: mgdl, moles: mmol },
  { key: 'cholesterol', codes: ['2093-3', '14647-2'], molar: 386.65, grams: mgdl, moles: mmol },
  { key: 'hdl', codes: ['2085-9', '14646-4'], molar: 386.65, grams: mgdl, moles: mmol },
  {
    key: 'ldl',
    codes: ['2089-1', '13457-7', '18262-6', '22748-8', '39469-2'],
    molar: 386.65,
    grams: mgdl,
    moles: mmol,
  },
  { key: 'triglycerides', codes: ['2571-8', '14927-8'], molar: 885.7, grams: mgdl, moles: mmol },
  { key: 'creatinine', codes: ['2160-0', '14682-9'], molar: 113.12, grams: mgdl, moles: umol },
  // Grams are of its nitrogen, moles of the urea: two of nitrogen each.
  { key: 'urea', codes: ['3094-0', '22664-7'], molar: 28.014, grams: mgdl, moles: mmol },
  { key: 'bilirubin', codes: ['1975-2', '14631-6'], molar: 584.7, grams: mgdl, moles: umol },
  { key: 'bilirubin-direct', codes: ['1968-7', '14629-0'], molar: 584.7, grams: mgdl, moles: umol },
  { key: 'urate', codes: ['3084-1', '14933-6'], molar: 168.11, grams: mgdl, moles: umol },
  { key: 'calcium', codes: ['17861-6', '2000-8'], molar: 40.078, charges: 2, grams: mgdl, moles: mmol },
  { key: 'phosphate', codes: ['2777-1', '14879-1'], molar: 30.974, grams: mgdl, moles: mmol },
  { key: 'magnesium', codes: ['19123-9', '2601-3'], molar: 24.305, charges: 2, grams: mgdl, moles: mmol },
  { key: 'iron', codes: ['2498-4', '14798-3'], molar: 55.845, grams: 'ug/dL', moles: umol },
  { key: 'haemoglobin', codes: ['718-7', '59260-0'], molar: 16_114, grams: 'g/dL', moles: 'g/L' },
  { key: 'thyroxine-free', codes: ['3024-7', '14920-3'], molar: 776.87, grams: 'ng/dL', moles: 'pmol/L' },
  { key: 'cobalamin', codes: ['2132-9', '14685-2'], molar: 1355.4, grams: 'pg/mL', moles: 'pmol/L' },
  { key: 'folate', codes: ['2284-8', '14732-2'], molar: 441.4, grams: 'ng/mL', moles: 'nmol/L' },
  { key: 'cortisol', codes: ['2143-6', '14675-3'], molar: 362.46, grams: 'ug/dL', moles: 'nmol/L' },
  { key: 'albumin', codes: ['1751-7'], grams: 'g/dL', moles: 'g/L' },
  { key: 'protein', codes: ['2885-2'], grams: 'g/dL', moles: 'g/L' },
  { key: 'sodium', codes: ['2951-2'], charges: 1, grams: mmol, moles: mmol },
  { key: 'potassium', codes: ['2823-3'], charges: 1, grams: mmol, moles: mmol },
  { key: 'chloride', codes: ['2075-0'], charges: 1, grams: mmol, moles: mmol },
  { key: 'bicarbonate', codes: ['1963-8'], charges: 1, grams: mmol, moles: mmol },
  { key: 'haemoglobin-a1c', codes: ['4548-4', '59261-8'], grams: '%', moles: '%' },
  { key: 'oxygen', codes: ['2708-6', '59408-5'], grams: '%', moles: '%' },
  { key: 'weight', codes: ['29463-7', '3141-9'], grams: 'kg', moles: 'kg' },
  { key: 'height', codes: ['8302-2'], grams: 'cm', moles: 'cm' },
  { key: 'temperature', codes: ['8310-5'], grams: 'Cel', moles: 'Cel' },
];
const byCode = new Map(list.flatMap((analyte) => analyte.codes.map((code) => [code, analyte] as const)));

export const analyteOf = (loinc: string): Analyte | null => byCode.get(loinc) ?? null;

/** Where laboratories give grams; elsewhere they give moles. */
const gramCountries = new Set(['US', 'JP', 'KR', 'TW']);

/** What readers in a country are used to; `null` where that is not known. */
export function usualUnit(analyte: Analyte | null, country: string): string | null {
  return (gramCountries.has(country) ? analyte?.grams : analyte?.moles) ?? null;
}

/**
 * The two ways in which HbA1c is given are no multiples of each other; the master equation of the IFCC, NGSP% = 0.09148 × mmol/mol + 2.152.
 */
export function convertA1c(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  if (from === 'mmol/mol' && to === '%') return 0.091_48 * value + 2.152;
  return from === '%' && to === 'mmol/mol' ? (value - 2.152) / 0.091_48 : null;
}
