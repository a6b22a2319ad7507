import { Skeleton } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { reloadWhenFound } from '../api/reach';
import { readingWordsOf, type Catalogue } from './catalogues';
import { useLocale } from './locale';

/** Around whatever tells of a record: its words come with it and are not part of the first page. */
export function ReadingWords({ children }: { children: ReactNode }) {
  const { locale } = useLocale();
  const intl = useIntl();
  const [shown, setShown] = useState<{ locale: string; words: Catalogue } | null>(null);
  useEffect(() => {
    let current = true;
    readingWordsOf(locale).then(
      (words) => current && setShown({ locale, words }),
      () => reloadWhenFound(),
    );
    return () => {
      current = false;
    };
  }, [locale]);
  if (shown?.locale !== locale) return <Skeleton height={180} radius="lg" />;
  return (
    <IntlProvider
      locale={intl.locale}
      messages={{ ...intl.messages, ...shown.words } as Catalogue}
      onError={intl.onError}
    >
      {children}
    </IntlProvider>
  );
}
