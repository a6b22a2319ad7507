import { analyteOf, convertA1c, usualUnit } from './analytes';
import { codeOfUnit } from './spoken-units';
import { convert, parseUnit } from './units';

const molar = (code: string) => ({ molar: analyteOf(code)?.molar ?? Number.NaN });

describe('units made comparable', () => {
  it.each([
    // Figures of the conversion tables that laboratories hand out.
    [90, 'mg/dL', 'mmol/L', '2345-7', 4.996],
    [1, 'mg/dL', 'umol/L', '2160-0', 88.4],
    [1, 'mg/dL', 'umol/L', '1975-2', 17.1],
    [200, 'mg/dL', 'mmol/L', '2093-3', 5.17],
    [150, 'mg/dL', 'mmol/L', '2571-8', 1.694],
    [5, 'mmol/L', 'mg/dL', '22664-7', 14.0],
    [10, 'mg/dL', 'mmol/L', '17861-6', 2.495],
    [7, 'mg/dL', 'umol/L', '3084-1', 416.4],
    [15, 'g/dL', 'g/L', '718-7', 150],
  ])('%d %s is so many %s of %s', (value, from, to, code, expected) => {
    const found = convert(value, from, to, molar(code)) ?? Number.NaN;
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.002);
    expect(convert(found, to, from, molar(code))).toBeCloseTo(value, 9);
  });

  it.each([
    [120, 'mm[Hg]', 'kPa', 15.998_64],
    [98.6, '[degF]', 'Cel', 37],
    [150, '[lb_av]', 'kg', 68.038_855_5],
    [4.5, '10*9/L', '10*3/uL', 4.5],
    [250, '10*3/uL', '10*9/L', 250],
    [40, 'U/L', 'ukat/L', 0.666_67],
    [2.5, 'm[iU]/L', 'u[iU]/mL', 2.5],
    [50, 'ng/mL', 'ug/L', 50],
    [90, 'mL/min/{1.73_m2}', 'mL/s/{1.73_m2}', 1.5],
    [60, '/min', 'Hz', 1],
    [37, 'Cel', 'Cel', 37],
  ])('%d %s is so many %s whatever it is of', (value, from, to, expected) =>
    expect(convert(value, from, to)).toBeCloseTo(expected, 4),
  );

  it.each([
    ['mg/dL', 'mmol/L'],
    ['[iU]/L', 'U/L'],
    ["[arb'U]/mL", '[CFU]/mL'],
    ['meq/L', 'mmol/L'],
    ['Cel', 'kg'],
    ['pH', '[pH]'],
    ['g', 'mL'],
  ])('says nothing of %s in %s where nothing tells', (from, to) => expect(convert(1, from, to)).toBeNull());

  it('counts charges where they are known', () => {
    expect(convert(140, 'meq/L', 'mmol/L', { charges: 1 })).toBeCloseTo(140, 9);
    expect(convert(5, 'meq/L', 'mmol/L', { charges: 2 })).toBeCloseTo(2.5, 9);
  });

  it('goes by the equation for HbA1c', () => {
    expect(convertA1c(53, 'mmol/mol', '%')).toBeCloseTo(7, 1);
    expect(convertA1c(7, '%', 'mmol/mol')).toBeCloseTo(53, 0);
  });

  it.each(['', '/', 'mg/', '.', '((g)', 'zz', 'mg//dL', '{', 'g1x', '('.repeat(50), `${'m.'.repeat(40)}m`])(
    'is no unit: %j',
    (code) => expect(parseUnit(code)).toBeNull(),
  );

  it.each([
    ['mg/dl', 'mg/dL'],
    ['µmol/L', 'umol/L'],
    ['μmol/l', 'umol/L'],
    ['×10⁹/L', '10*9/L'],
    ['x10^9/L', '10*9/L'],
    ['10E3/uL', '10*3/uL'],
    ['K/uL', '10*3/uL'],
    ['G/L', '10*9/L'],
    ['万/μL', '10*4/uL'],
    ['mmHg', 'mm[Hg]'],
    ['℃', 'Cel'],
    ['beats/min', '/min'],
    ['mL/min/1.73m2', 'mL/min/{1.73_m2}'],
    ['mL/min/1.73 m²', 'mL/min/{1.73_m2}'],
    ['IU/L', '[iU]/L'],
    ['U/l', 'U/L'],
    ['mcg/dL', 'ug/dL'],
    ['%', '%'],
    ['tablets', null],
    ['constructor', null],
    ['__proto__', null],
  ])('reads %s as people write it', (given, code) => expect(codeOfUnit(given)).toBe(code));

  it('knows what readers are used to', () => {
    expect(usualUnit(analyteOf('14749-6'), 'JP')).toBe('mg/dL');
    expect(usualUnit(analyteOf('2345-7'), 'CA')).toBe('mmol/L');
    expect(usualUnit(null, 'CA')).toBeNull();
  });
});
