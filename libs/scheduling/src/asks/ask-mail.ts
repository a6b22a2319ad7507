import { localized } from '@okaeri/access';
import { localeTags } from '@okaeri/contracts';
import type { Clock, Locale } from '@okaeri/contracts';
import { lastTold, readSender, sentences, signature } from '@okaeri/notify';
import type { Block, MailReader, Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { Temporal, clockWords, momentWords } from '@okaeri/words/time';
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
    const institution = sender?.name ?? '';
    const rows = facts.map((each) => clocksOf(each, reader));
    const { date, time } = clocksOf(first, reader)[0];
    const count = facts.length;
    const several = count > 1;
    const subject = several
      ? say(locale, `ready.ask.${change}.several`, { count, date, time })
      : say(locale, `ready.ask.${change}.subject`, { date, time });
    const pair = languages.map((tag) => languageName(locale, tag)).join(' ⇄ ');
    const body = several
      ? say(locale, `ready.ask.${change}.series`, { institution, languages: pair, minutes, count })
      : say(locale, `ready.ask.${change}.body`, { institution, languages: pair, minutes });
    const { footer, replyTo } = signature(locale, sender);
    const until = change === 'asked' ? earliest(facts) : null;
    return {
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'greeting', text: say(locale, 'mail.greeting', { name: reader.person.name }) },
        { kind: 'sentence', text: sentences(locale, body) },
        several ? { kind: 'times', rows } : { kind: 'clocks', clocks: rows[0] ?? [] },
        ...(until ? answerBlocks(until, reader) : []),
        footer,
      ],
      replyTo,
      usefulUntil: until ?? first.startsAt,
    };
  };
}

function answerBlocks(until: Temporal.Instant, { locale, zone, now, origin }: MailReader): Block[] {
  const moment = momentWords({ instant: until, zone, locale, now });
  return [
    { kind: 'sentence', text: say(locale, 'ready.ask.until', { moment }) },
    { kind: 'button', text: say(locale, 'ready.ask.answer'), href: `${origin}/jobs` },
  ];
}

/** Her own clock, and the hospital's where it is another. */
function clocksOf({ startsAt, institutionZone, city }: AskFacts, reader: MailReader): [Clock, ...Clock[]] {
  const { locale, zone, place, now } = reader;
  const own = clockWords({ instant: startsAt, zone, place, locale, now });
  if (institutionZone === zone) return [own];
  return [own, clockWords({ instant: startsAt, zone: institutionZone, place: localized(city, locale), locale, now })];
}

function earliest(facts: readonly AskFacts[]): Temporal.Instant | null {
  const all = facts.flatMap(({ answerBy }) => (answerBy ? [answerBy] : []));
  return all.toSorted(Temporal.Instant.compare)[0] ?? null;
}

const languageName = (locale: Locale, tag: string) =>
  new Intl.DisplayNames(localeTags[locale], { type: 'language' }).of(tag) ?? tag;
