import { temperatures } from './atoms';
import { parseUnit } from './units';

/*
 * Units as people write them, "mg/dl", "×10⁹/L", "万/μL", as codes of UCUM. What is not on the list stays what it is.
 */

const words = new Map(
  Object.entries({
    ...{
      mmhg: 'mm[Hg]',
      cmh2o: 'cm[H2O]',
      kpa: 'kPa',
      c: 'Cel',
      '°c': 'Cel',
      degc: 'Cel',
      celsius: 'Cel',
      f: '[degF]',
    },
    ...{ '°f': '[degF]', degf: '[degF]', bpm: '/min', 'beats/min': '/min', 'beats/minute': '/min', '次/分': '/min' },
    ...{ '回/分': '/min', '拍/分': '/min', 'breaths/min': '/min', 'breaths/minute': '/min', 'resp/min': '/min' },
    ...{ percent: '%', sec: 's', seconds: 's', hr: 'h', lb: '[lb_av]', lbs: '[lb_av]', 'kg/m^2': 'kg/m2' },
    ...{ in: '[in_i]', inch: '[in_i]', inches: '[in_i]', ft: '[ft_i]', kilogram: 'kg', kilograms: 'kg' },
    ...{ 'iu/l': '[iU]/L', 'miu/l': 'm[iU]/L', 'uiu/ml': 'u[iU]/mL', 'miu/ml': 'm[iU]/mL', 'iu/ml': '[iU]/mL' },
    ...{
      'ku/l': 'k[iU]/L',
      'k/ul': '10*3/uL',
      'm/ul': '10*6/uL',
      'g/l ': 'g/L',
      '万/ul': '10*4/uL',
      '千/ul': '10*3/uL',
    },
    ...{ '/mm3': '/uL', '/cumm': '/uL', 'cells/ul': '/uL', 'cells/mm3': '/uL', 'meq/l': 'meq/L', 'meq/dl': 'meq/dL' },
  }),
);
/** Of these only the capitals are told wrong. */
const usual = [
  ...['mg/dL', 'g/dL', 'g/L', 'mg/L', 'ug/L', 'ug/dL', 'ug/mL', 'ng/mL', 'ng/dL', 'ng/L', 'pg/mL', 'mol/L', 'mmol/L'],
  ...['umol/L', 'nmol/L', 'pmol/L', 'mmol/mol', 'U/L', 'U/mL', 'fL', 'pg', 'kg', 'g', 'mg', 'cm', 'mm', 'm', 'mL', 'L'],
  ...['mm/h', 'mL/min', 'mL/min/{1.73_m2}', 'mmol/kg', 'mosm/kg', 'kPa', '/uL', '/min', '%', 'mg/g', 'mg/mmol', 's'],
];
const byLower = new Map(usual.map((unit) => [unit.toLowerCase(), unit]));
const raised: Readonly<Record<string, string>> = {
  ...{ '⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9', '⁻': '-' },
};
const surface = /\/(?:\(?1[.,]73[ _.]?m(?:2|\^2|²)\)?|\{1\.73_?m2\})/i;

/** The code of UCUM for a unit that somebody wrote; `null` where nobody can tell. */
export function codeOfUnit(given: string): string | null {
  const plain = given.trim();
  if (plain === '' || plain.length > 60) return null;
  const text = plain
    .replace(surface, '/{1.73_m2}')
    .replace(/10([⁰¹²³⁴-⁹⁻]{1,3})/, (_, power: string) => `10*${[...power].map((mark) => raised[mark] ?? '').join('')}`)
    .normalize('NFKC')
    .replaceAll('μ', 'u')
    .replace(/^mcg/i, 'ug')
    .replace(/\s+/g, '');
  const counted = /^[x×*]?10(?:\*\*|\^|\*|[eE])\+?(\d{1,2})\/([a-zA-Z0-9]+)$/.exec(text);
  const code = counted
    ? `10*${counted[1]}/${byLower.get(`/${counted[2]?.toLowerCase()}`)?.slice(1) ?? counted[2]}`
    : text;
  const lower = code.toLowerCase();
  // "G/L" of a French laboratory counts by the milliard; a gauss is measured nowhere here.
  if (code === 'G/L' || code === 'Giga/L') return '10*9/L';
  if (code === 'T/L' || code === 'Tera/L') return '10*12/L';
  const found = words.get(lower) ?? byLower.get(lower) ?? code;
  return temperatures.has(found) || parseUnit(found) ? found : null;
}

const signs: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(raised).map(([sign, mark]) => [mark, sign]),
);

/** A code of UCUM as it is written for people. */
export function unitWords(code: string): string {
  return code
    .replace(/10[*^]([+-]?\d+)/g, (_, power: string) => `10${[...power].map((mark) => signs[mark] ?? '').join('')}`)
    .replaceAll('/{1.73_m2}', '/1.73 m²')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[iU\]/gi, 'IU')
    .replaceAll('mm[Hg]', 'mmHg')
    .replaceAll('[degF]', '°F')
    .replaceAll('Cel', '°C')
    .replaceAll('[lb_av]', 'lb')
    .replaceAll('[in_i]', 'in')
    .replace(/(^|[/.])u(?=[A-Za-z])/g, '$1µ');
}
