import { clockFact, clocksBlock, lastTold, letterOf, readSender, sentenceOf, timesBlock } from '@okaeri/notify';
import type { Block, ClockFact, MailReader, Phrase, Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { Temporal } from '@okaeri/words/time';
import { factsInLetter, isOver } from './ask-facts';
import type { AskFacts } from './ask-facts';

/** Whether she will interpret, or that she need not answer any more: one visit, or all of a series. Of the patient it says nothing. */
export function askMail(change: 'asked' | 'over'): Render {
  return async (em, message, reader) => {
    const told = await factsInLetter(em, message.entityId);
    const facts = told.filter((each) => (change === 'asked' ? each.state === 'asked' : isOver(each)));
    const [first] = facts;
    // Who was never told that she is asked need not hear that she is not.
    if (!first || (change === 'over' && (await lastTold(em, message, ['interpreter_ask'])) === null)) return null;
    const { minutes, languages } = first;
    const { locale } = reader;
    const sender = await readSender(em, first.institutionId, locale);
    const institution = { text: sender?.names ?? {} };
    const rows = facts.map((each) => clocksOf(each, reader));
    const [clock] = clocksOf(first, reader);
    const [date, time] = [{ date: clock }, { time: clock }];
    const count = facts.length;
    const several = count > 1;
    const title: Phrase = several
      ? { key: `ready.ask.${change}.several`, values: { count, date, time } }
      : { key: `ready.ask.${change}.subject`, values: { date, time } };
    const about = { institution, languages: { languages }, minutes };
    const body: Phrase = several
      ? { key: `ready.ask.${change}.series`, values: { ...about, count } }
      : { key: `ready.ask.${change}.body`, values: about };
    const until = change === 'asked' ? earliest(facts) : null;
    const letter = letterOf(reader, sender, title, [
      sentenceOf(locale, body),
      several ? timesBlock(locale, rows) : clocksBlock(locale, rows[0] ?? []),
      ...(until ? answerBlocks(until, reader) : []),
    ]);
    return { ...letter, usefulUntil: until ?? first.startsAt };
  };
}

function answerBlocks(until: Temporal.Instant, { locale, zone, now, origin }: MailReader): Block[] {
  const moment = { moment: clockFact(until, { zone, place: {}, now }) };
  return [
    sentenceOf(locale, { key: 'ready.ask.until', values: { moment } }),
    { kind: 'button', text: say(locale, 'ready.ask.answer'), href: `${origin}/jobs` },
  ];
}

/** Her own clock, and the hospital's where it is another. */
function clocksOf({ startsAt, institutionZone, city }: AskFacts, reader: MailReader): [ClockFact, ...ClockFact[]] {
  const { zone, person, now } = reader;
  const own = clockFact(startsAt, { zone, place: person.place, now });
  return institutionZone === zone ? [own] : [own, clockFact(startsAt, { zone: institutionZone, place: city, now })];
}

function earliest(facts: readonly AskFacts[]): Temporal.Instant | null {
  const all = facts.flatMap(({ answerBy }) => (answerBy ? [answerBy] : []));
  return all.toSorted(Temporal.Instant.compare)[0] ?? null;
}
