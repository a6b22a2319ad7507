import { asForm, likeMonday, newRule, ruleAt, rulesOf, withOwn } from './values';
import type { Shown } from './values';

const form: Shown = {
  zone: null,
  noticeMinutes: 0,
  bufferMinutes: 0,
  perDay: null,
  good: ['09:00', '18:00'],
  holidays: [],
  rules: [newRule(1, 'break'), newRule(1, 'open'), newRule(6, 'open')],
  days: [
    { kind: 'off', date: '2026-12-29', from: null, to: null, reason: null },
    { kind: 'off', date: '2026-12-01', from: null, to: null, reason: null },
  ],
  version: 0,
};

it('ends on the day after where the end is not later', () => {
  expect(ruleAt(newRule(1, 'on_call'), '22:00', '06:00').overnight).toBe(true);
  expect(ruleAt(newRule(1, 'on_call'), '18:00', '22:00').overnight).toBe(false);
});

it('shows the hours of a day before its breaks', () => {
  expect(rulesOf(form, 1).map(({ rule }) => rule.kind)).toEqual(['open', 'break']);
});

it('makes every working day like Monday, and leaves the weekend', () => {
  const { rules } = likeMonday(form);
  expect(rules.filter(({ kind }) => kind === 'break').map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5]);
  expect(rules.filter(({ weekday }) => weekday > 5)).toEqual([newRule(6, 'open')]);
});

it('sends its days in their order, and keeps an unusual number among the choices', () => {
  expect(asForm(form).days.map(({ date }) => date)).toEqual(['2026-12-01', '2026-12-29']);
  expect(withOwn([0, 10, 30], 20)).toEqual([0, 10, 20, 30]);
});
