import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { localeTags, locales, pickLocale, type Locale } from '@okaeri/contracts';
import { speak } from '../api/client';
import { reloadWhenFound } from '../api/reach';
import { queries } from '../api/queries';
import { paths } from '../app/paths';
import { useKeepLanguage, useSession } from '../api/session';
import { allWords, firstWords, wordsAreHere, type Catalogue } from './catalogues';

const storedKey = 'okaeri.language';

interface Chosen {
  locale: Locale;
  choose: (locale: Locale) => void;
}
const context = createContext<Chosen>({ locale: 'en', choose: () => undefined });

function firstGuess(): Locale {
  const stored = localStorage.getItem(storedKey);
  const known = locales.find((locale) => locale === stored);
  return known ?? pickLocale(navigator.languages);
}

// On its way before anything is drawn; the guess is right in every window that was opened before.
(window.location.pathname === paths.start ? firstWords : allWords)(firstGuess()).catch(() => undefined);

/** Loads the reader's catalogue only. The old words stay on the page until the new ones are here: nothing flashes. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [guess, setGuess] = useState(firstGuess);
  const me = useSession().data?.me;
  const keep = useKeepLanguage();
  const locale = me?.language ?? guess;
  const has = useRef<'none' | 'first' | 'all'>('none');
  const [shown, setShown] = useState<{ locale: Locale; words: Catalogue } | null>(null);

  useEffect(() => {
    let current = true;
    speak(localeTags[locale]);
    const show = (which: 'first' | 'all') => (words: Catalogue) => {
      if (!current) return;
      has.current = which;
      setShown({ locale, words });
      if (which === 'all') wordsAreHere();
    };
    // The first page does not wait for the words of the others.
    const first = has.current === 'none' ? firstWords(locale).then(show('first')) : Promise.resolve();
    first
      .then(() => allWords(locale))
      .then(show('all'))
      .catch(() => {
        // A language that cannot be had leaves the words that are there; without all, there is no page but the first.
        if (has.current !== 'all') reloadWhenFound();
      });
    return () => {
      current = false;
    };
  }, [locale]);

  const { mutate } = keep;
  const signedIn = Boolean(me);
  const value = useMemo<Chosen>(
    () => ({
      locale: shown?.locale ?? locale,
      choose: (next) => {
        localStorage.setItem(storedKey, next);
        setGuess(next);
        speak(localeTags[next]);
        if (signedIn) mutate(next);
        else void queries.invalidateQueries();
      },
    }),
    [shown, locale, signedIn, mutate],
  );

  useEffect(() => {
    if (!shown) return;
    document.documentElement.lang = localeTags[shown.locale];
    // Her next visit to this window starts in her language at once.
    localStorage.setItem(storedKey, shown.locale);
  }, [shown]);

  if (!shown) return null;
  return (
    <context.Provider value={value}>
      <IntlProvider locale={localeTags[shown.locale]} messages={shown.words} onError={unsaid}>
        {children}
      </IntlProvider>
    </context.Provider>
  );
}

/** A missing word is found by the gate over the catalogues; a reader is not helped by being told in the console. */
const unsaid = () => undefined;

export function useLocale(): Chosen {
  return useContext(context);
}
