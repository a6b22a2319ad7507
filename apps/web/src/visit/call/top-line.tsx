import { IconAntennaBars3, IconAntennaBars5, IconLanguage, IconRefresh } from '@tabler/icons-react';
import type { ConnectionWord } from '@okaeri/call';
import { localeNames, localeTags } from '@okaeri/contracts';
import { useLocale } from '../../locale/locale';
import { Say, useSay } from '../../locale/say';
import classes from './call.module.css';

const signs = { good: IconAntennaBars5, weak: IconAntennaBars3, reconnecting: IconRefresh } as const;

/** How the connection is, in words, and the language, always in sight. */
export function TopLine({ connection, onLanguage }: { connection: ConnectionWord; onLanguage: () => void }) {
  const say = useSay();
  const { locale } = useLocale();
  const Sign = signs[connection];
  return (
    <div className={classes.chips}>
      <p className={classes.chip} data-connection={connection}>
        <Sign size={18} aria-hidden="true" />
        <span className={classes.unseen}>{say('call.connection.label')}: </span>
        {say(connection === 'reconnecting' ? 'call.connection.short' : `call.connection.${connection}`)}
      </p>
      <button type="button" className={classes.chip} onClick={onLanguage} data-action="language">
        <IconLanguage size={18} aria-hidden="true" />
        <span>
          <Say
            id="call.language.hear"
            values={{
              language: (
                <bdi key="language" lang={localeTags[locale]}>
                  {localeNames[locale]}
                </bdi>
              ),
            }}
          />
        </span>
      </button>
    </div>
  );
}
