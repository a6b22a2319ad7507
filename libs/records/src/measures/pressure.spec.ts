import { pressureKeys, pressureOf, pressurePairs } from './pressure';

const part = (code: string, value: number, unit = 'mmHg') => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: { value, unit },
});

describe('blood pressure', () => {
  it('is told by two numbers, with what else was measured beside it', () => {
    const mean = part('8478-0', 90);
    expect(pressureOf([part('8462-4', 76), mean, part('8480-6', 118)])).toEqual({
      words: '118/76\u00a0mmHg',
      rest: [mean],
    });
  });

  it.each([
    ['one number is missing', [part('8480-6', 118)]],
    ['they are in two units', [part('8480-6', 118), part('8462-4', 10, 'kPa')]],
    ['one was not measured', [part('8480-6', 118), { ...part('8462-4', 0), valueQuantity: {} }]],
    ['it is something else', [part('2345-7', 118), part('8462-4', 76)]],
  ])('is none where %s', (_, parts) => {
    expect(pressureOf(parts)).toBeNull();
  });

  it('is put together of one measurement first, then of one moment', () => {
    const reading = (key: keyof typeof pressureKeys, resourceId: string, at = '2026-10-01') => ({
      ...{ key: pressureKeys[key], resourceId, at, unit: 'mm[Hg]' },
    });
    const [high, low] = [reading('systolic', 'a'), reading('diastolic', 'a')];
    const [aloneHigh, aloneLow] = [reading('systolic', 'b'), reading('diastolic', 'c')];
    const lost = reading('systolic', 'd', '2026-10-02');
    expect(pressurePairs([aloneLow, high, lost, low, aloneHigh])).toEqual({
      pairs: [
        [high, low],
        [aloneHigh, aloneLow],
      ],
      rest: [lost],
    });
  });
});
