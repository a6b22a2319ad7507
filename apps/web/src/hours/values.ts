import type { AvailabilityForm, AvailabilityPage } from '@okaeri/contracts';

export type Shown = AvailabilityPage['form'];
export type Rule = Shown['rules'][number];
export type Day = Shown['days'][number];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export const usual = { from: '09:00', to: '17:00' };
const lunch = { from: '12:00', to: '13:00' };

/** An end that is not later than the beginning is on the day after. */
export const ruleAt = (rule: Rule, from: string, to: string): Rule => ({ ...rule, from, to, overnight: to <= from });

export function newRule(weekday: number, kind: Rule['kind']): Rule {
  const { from, to } = kind === 'break' ? lunch : kind === 'on_call' ? { from: '18:00', to: '22:00' } : usual;
  return { kind, weekday, from, to, overnight: false, validFrom: null, validTo: null };
}

/** Of one day, in the order of its hours. */
export const rulesOf = (form: Shown, weekday: number): { rule: Rule; at: number }[] =>
  form.rules
    .map((rule, at) => ({ rule, at }))
    .filter(({ rule }) => rule.weekday === weekday)
    .sort(
      (a, b) =>
        Number(a.rule.kind !== 'open') - Number(b.rule.kind !== 'open') || a.rule.from.localeCompare(b.rule.from),
    );

/** What one day has, on Monday to Friday. */
export function likeMonday(form: Shown): Shown {
  const monday = form.rules.filter(({ weekday }) => weekday === 1);
  const weekend = form.rules.filter(({ weekday }) => weekday > 5);
  const week = [1, 2, 3, 4, 5].flatMap((weekday) => monday.map((rule) => ({ ...rule, weekday })));
  return { ...form, rules: [...week, ...weekend] };
}

export const asForm = (form: Shown): AvailabilityForm => ({
  ...form,
  days: form.days.toSorted((a, b) => a.date.localeCompare(b.date)),
});

/** Choices of a number, with the one that is written though it is not usual. */
export const withOwn = (usualOnes: readonly number[], own: number): number[] =>
  usualOnes.includes(own) ? [...usualOnes] : [...usualOnes, own].sort((a, b) => a - b);
