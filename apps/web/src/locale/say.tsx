import { useCallback, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { WordKey } from './catalogues';
import { oneStop } from './one-stop';

type Values = Record<string, string | number>;
type RichValues = Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>;

/** `say('home.title')`: one sentence in the reader's language. */
export function useSay(): (key: WordKey, values?: Values) => string {
  const { formatMessage } = useIntl();
  return useCallback((key, values) => oneStop(formatMessage({ id: key }, values)), [formatMessage]);
}

/** A sentence that holds elements, such as a name in its own script. */
export function Say({ id, values }: { id: WordKey; values?: RichValues }) {
  return <>{useIntl().formatMessage({ id }, values)}</>;
}

/** The sentence of an error code; unknown codes get the general one, never the code itself. */
export function useSayError(): (error: unknown) => string {
  const { formatMessage, messages } = useIntl();
  return useCallback(
    (error) => {
      const given = (error ?? {}) as { code?: string; message?: string };
      const key = `error.${given.code ?? 'internal'}`;
      if (given.message && given.code) return given.message;
      return formatMessage({ id: key in messages ? key : 'error.internal' });
    },
    [formatMessage, messages],
  );
}
