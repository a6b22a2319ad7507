import { createIntl, createIntlCache } from '@formatjs/intl';
import type { IntlShape } from '@formatjs/intl';
import { localeTags } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { catalogues } from './catalogues';
import type { MessageKey } from './catalogues';

export type Values = Readonly<Record<string, string | number>>;

/** A sentence that could not be said as asked: the key, the language and what was wrong. */
export class WordsError extends Error {
  constructor(
    readonly locale: Locale,
    readonly key: string,
    detail: string,
  ) {
    super(`The sentence "${key}" cannot be said in "${locale}": ${detail}`);
    this.name = 'WordsError';
  }
}

type Host = { process?: { env?: Record<string, string | undefined>; emitWarning?: (warning: Error) => void } };
const host = globalThis as unknown as Host;
// A hole in the catalogues must fail a test, but must never take a page away from a patient.
const strict = host.process?.env?.['JEST_WORKER_ID'] !== undefined;
let report: (problem: WordsError) => void = (problem) => host.process?.emitWarning?.(problem);

/** Where holes in the catalogues are told in production; a process hands in its logger once, at start. */
export function onWordsProblem(listener: (problem: WordsError) => void): void {
  report = listener;
}

const cache = createIntlCache();
const speakers = new Map<Locale, IntlShape<string>>();

function speaker(locale: Locale): IntlShape<string> {
  let found = speakers.get(locale);
  if (!found) {
    found = createIntl(
      {
        locale: localeTags[locale],
        messages: catalogues[locale] as Record<string, string>,
        onError: (error) => {
          throw error;
        },
        onWarn: () => undefined,
      },
      cache,
    );
    speakers.set(locale, found);
  }
  return found;
}

/** Stands behind a full stop that a value brings along, for as long as a sentence is put together. */
const brought = '\uE000';

/** A name such as "T. H." or an hour such as "7:00 p.m." ends the sentence it stands at the end of; two stops would be one too many. */
function marked(values: Values): Values {
  const mark = (value: string | number) => (typeof value === 'string' && value.endsWith('.') ? value + brought : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mark(value)]));
}

function format(locale: Locale, key: MessageKey, values: Values): string {
  try {
    return speaker(locale)
      .formatMessage({ id: key }, marked(values))
      .replace(/\uE000\.?/g, '');
  } catch (error) {
    throw new WordsError(locale, key, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

/**
 * A sentence in the reader's language. A missing key or value throws in tests; in production it is reported and the
 * English sentence is said instead, and as the last resort the key.
 */
export function say(locale: Locale, key: MessageKey, values: Values = {}): string {
  try {
    return format(locale, key, values);
  } catch (error) {
    if (strict || !(error instanceof WordsError)) throw error;
    report(error);
  }
  try {
    return format('en', key, values);
  } catch {
    return key;
  }
}

/** Whether a string that was put together, such as `error.${code}`, is the key of a sentence. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(catalogues.en, key);
}
