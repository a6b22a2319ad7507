import { localeTags } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { lastTold, readSender, sentences, signature } from '@okaeri/notify';
import type { Block, Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { clockWords, momentWords } from '@okaeri/words/time';
import { askFactsOf } from './ask-facts';

/** Whether she will interpret, or that she need not answer any more. Of the patient it says nothing. */
export function askMail(change: 'asked' | 'over'): Render {
  return async (em, message, reader) => {
    const facts = await askFactsOf(em, message.entityId);
    if (!facts || !(await isTrue())) return null;
    const { startsAt, minutes, answerBy, languages } = facts;
    const { locale, zone, place, origin, now } = reader;
    const sender = await readSender(em, facts.institutionId, locale);
    const institution = sender?.name ?? '';
    const clock = clockWords({ instant: startsAt, zone, place, locale, now });
    const { date, time } = clock;
    const subject = say(locale, `ready.ask.${change}.subject`, { date, time });
    const { footer, replyTo } = signature(locale, sender);
    const pair = languages.map((tag) => languageName(locale, tag)).join(' ⇄ ');
    const next: Block[] =
      change === 'over' || !answerBy
        ? []
        : [
            {
              kind: 'sentence',
              text: say(locale, 'ready.ask.until', { moment: momentWords({ instant: answerBy, zone, locale, now }) }),
            },
            { kind: 'button', text: say(locale, 'ready.ask.answer'), href: `${origin}/jobs` },
          ];
    return {
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'greeting', text: say(locale, 'mail.greeting', { name: reader.person.name }) },
        {
          kind: 'sentence',
          text: sentences(locale, say(locale, `ready.ask.${change}.body`, { institution, languages: pair, minutes })),
        },
        { kind: 'clocks', clocks: [clock] },
        ...next,
        footer,
      ],
      replyTo,
      usefulUntil: change === 'asked' && answerBy ? answerBy : startsAt,
    };

    /** Who was never told that she is asked need not hear that she is not. */
    async function isTrue(): Promise<boolean> {
      if (change === 'asked') return facts?.state === 'asked';
      const over = facts?.state === 'expired' || facts?.state === 'withdrawn';
      return over && (await lastTold(em, message, ['interpreter_ask'])) !== null;
    }
  };
}

const languageName = (locale: Locale, tag: string) =>
  new Intl.DisplayNames(localeTags[locale], { type: 'language' }).of(tag) ?? tag;
