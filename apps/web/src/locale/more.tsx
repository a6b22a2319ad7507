import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import type { Locale } from '@okaeri/contracts';
import { reloadWhenFound } from '../api/reach';
import { PageSkeleton } from '../app/page';
import type { Catalogue } from './catalogues';
import { useLocale } from './locale';

const files: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  en: () => import('virtual:words/sharing/en.json'),
  ja: () => import('virtual:words/sharing/ja.json'),
  vi: () => import('virtual:words/sharing/vi.json'),
  fr: () => import('virtual:words/sharing/fr.json'),
  zh: () => import('virtual:words/sharing/zh.json'),
  ko: () => import('virtual:words/sharing/ko.json'),
};

/** Words that a few pages alone say: nobody's first page carries them. */
export function MoreWords({ children }: { children: ReactNode }) {
  const { locale } = useLocale();
  const intl = useIntl();
  const [more, setMore] = useState<{ locale: Locale; words: Catalogue } | null>(null);
  useEffect(() => {
    let current = true;
    files[locale]().then(
      (file) => {
        if (current) setMore({ locale, words: file.default });
      },
      () => reloadWhenFound(),
    );
    return () => {
      current = false;
    };
  }, [locale]);
  if (more?.locale !== locale) return <PageSkeleton />;
  return (
    <IntlProvider
      locale={intl.locale}
      messages={{ ...intl.messages, ...more.words } as typeof intl.messages}
      onError={unsaid}
    >
      {children}
    </IntlProvider>
  );
}

/** The gate over the catalogues finds what is missing. */
const unsaid = () => undefined;
