import type { Resource } from '@okaeri/chart';
import type { Locale } from '@okaeri/contracts';
import { doseWords } from './dosage';

const plain = (words: string[]) => words.map((each) => each.replaceAll(/[\u00a0\u202f]/g, ' '));
const said = (dosage: object | object[], locale: Locale = 'en') =>
  plain(doseWords({ resourceType: 'MedicationStatement', dosage: [dosage].flat() } as unknown as Resource, locale));
const amount = (value: number, unit: string) => ({ value, unit });
const often = (repeat: object) => ({ timing: { repeat } });
const [a, d, h] = ['a', 'd', 'h'].map((periodUnit) => ({ period: 1, periodUnit }));

describe('how a medicine is taken', () => {
  it.each<[string, object, string]>([
    ['its amount', { doseAndRate: [{ doseQuantity: amount(5, 'mg') }] }, '5 mg'],
    [
      'from one amount to another',
      { doseAndRate: [{ doseRange: { low: amount(1, 'tablet'), high: amount(2, 'tablet') } }] },
      '1 tablet – 2 tablet',
    ],
    [
      'a rate',
      { doseAndRate: [{ rateRatio: { numerator: amount(10, 'mL'), denominator: amount(1, 'h') } }] },
      'at 10 mL / h',
    ],
    ['how often a day', often({ frequency: 2, ...d }), '2 times a day'],
    ['once', often({ frequency: 1, ...d }), 'once a day'],
    ['how often at least and at most', often({ frequency: 1, frequencyMax: 3, ...d }), '1–3 times a day'],
    ['after how long again', often({ frequency: 1, period: 8, periodUnit: 'h' }), 'every 8 hours'],
    ['after how long at least', often({ period: 4, periodMax: 6, periodUnit: 'h' }), 'every 4–6 hours'],
    ['several times in several days', often({ frequency: 2, period: 3, periodUnit: 'd' }), '2 times every 3 days'],
    ['every hour', often({ ...h }), 'every hour'],
    ['once a year', often({ frequency: 1, ...a }), 'every year'],
    ['by an abbreviation', { timing: { code: { coding: [{ code: 'BID' }] } } }, '2 times a day'],
    ['by an abbreviation of hours', { timing: { code: { coding: [{ code: 'Q6H' }] } } }, 'every 6 hours'],
    ['in the sender’s words', { timing: { code: { text: 'with each feed' } } }, 'with each feed'],
    ['before which meal', often({ when: ['ACM'], offset: 30 }), '30 minutes before breakfast'],
    ['at which time of the day', often({ when: ['MORN.early', 'HS'] }), 'in the morning, before sleep'],
    [
      'on which days, and when',
      often({ dayOfWeek: ['mon', 'thu'], timeOfDay: ['08:00:00', '20:30:00'] }),
      'on Monday, Thursday, at 08:00, 20:30',
    ],
    [
      'for how long',
      often({ frequency: 1, ...d, boundsDuration: { value: 7, unit: 'days', code: 'd' } }),
      'once a day, for 7 days',
    ],
    [
      'from when to when',
      often({ frequency: 1, ...d, boundsPeriod: { start: '2024-01-01', end: '2024-02-01' } }),
      'once a day, 1 January 2024 – 1 February 2024',
    ],
    ['how long each time', often({ duration: 2, durationUnit: 'h' }), 'over 2 hours'],
    ['how often in all', often({ count: 3 }), '3 times in all'],
    ['on a day', { timing: { event: ['2024-03-01'] } }, '1 March 2024'],
    ['as needed', { asNeededBoolean: true }, 'as needed'],
    ['for what it is needed', { asNeededCodeableConcept: { text: 'pain' } }, 'as needed, for pain'],
    [
      'how much at most',
      {
        maxDosePerPeriod: { numerator: amount(4, 'g'), denominator: amount(1, 'day') },
        maxDosePerAdministration: amount(1, 'g'),
      },
      'at most 4 g / day, at most 1 g at a time',
    ],
    [
      'how, by which way and where',
      {
        ...{ doseAndRate: [{ doseQuantity: amount(5, 'mg') }], method: { text: 'Inject' } },
        ...{ route: { text: 'under the skin' }, site: { text: 'belly' } },
      },
      '5 mg, Inject, under the skin, belly',
    ],
  ])('is said: %s', (_, dosage, words) => {
    expect(said(dosage)).toEqual([`Dose: ${words}`]);
  });

  it('is said in the sender’s words first, and then what these do not say', () => {
    const dosage = {
      text: '1 tablet twice daily for pain',
      ...often({ frequency: 2, ...d }),
      doseAndRate: [{ doseQuantity: amount(1, 'tablet') }],
      maxDosePerAdministration: amount(2, 'tablet'),
    };
    expect(said(dosage)).toEqual(['Dose: 1 tablet twice daily for pain, 2 times a day, at most 2 tablet at a time']);
  });

  it('is one line for each dosage, in their order, and instructions stand for themselves', () => {
    const second = {
      sequence: 2,
      doseAndRate: [{ doseQuantity: amount(10, 'mg') }],
      patientInstruction: 'Rise slowly',
    };
    const first = { sequence: 1, doseAndRate: [{ doseQuantity: amount(5, 'mg') }] };
    const more = { ...second, additionalInstruction: [{ text: 'No alcohol' }] };
    expect(said([more, first])).toEqual(['Dose: 5 mg', 'Dose: 10 mg', 'No alcohol', 'Rise slowly']);
  });

  it.each<[Locale, string]>([
    ['ja', '1 錠、1日2回、朝食前、7日間、必要時（痛み）'],
    ['vi', '1 錠, 2 lần mỗi ngày, trước bữa sáng, trong vòng 7 ngày, khi cần, nếu có 痛み'],
    ['fr', '1 錠, 2 fois par jour, avant le petit-déjeuner, pendant 7 jours, si besoin, pour 痛み'],
    ['zh', '1 錠，每日2次，早餐前，共7天，必要时使用（痛み）'],
    ['ko', '1 錠, 하루 2회, 아침 식전, 7일 동안, 필요시(痛み)'],
  ])('is said in %s', (locale, words) => {
    const dosage = {
      doseAndRate: [{ doseQuantity: amount(1, '錠') }],
      ...often({ frequency: 2, ...d, when: ['ACM'], boundsDuration: { value: 7, code: 'd' } }),
      asNeededCodeableConcept: { text: '痛み' },
    };
    const [line = ''] = said(dosage, locale);
    expect(line.endsWith(words) ? words : line).toBe(words);
  });

  it('is nothing where nothing is said', () => {
    expect(said({})).toEqual([]);
    expect(said({ route: { text: 'By mouth' } })).toEqual(['By mouth']);
    // Some mean by this once a day, others once in all.
    expect(said(often({ count: 1, periodUnit: 'd' }))).toEqual([]);
    expect(said({ timing: { repeat: { periodUnit: 'fortnight', period: 1, when: ['?'] } } })).toEqual([]);
  });
});
