import { IconAntennaBars3, IconAntennaBars5, IconLanguage, IconRefresh } from '@tabler/icons-react';
import type { ConnectionWord } from '@okaeri/call';
import { localeNames, localeTags } from '@okaeri/contracts';
import { useLocale } from '../../locale/locale';
import { Say, useSay } from '../../locale/say';
import classes from './call.module.css';

const signs = { good: IconAntennaBars5, weak: IconAntennaBars3, reconnecting: IconRefresh } as const;

interface TopLineProps {
  connection: ConnectionWord;
  wide: boolean;
  onLanguage: () => void;
}

/** How the connection is, in words, and the language, always in sight: on a desk the row of controls names it. */
export function TopLine({ connection, wide, onLanguage }: TopLineProps) {
  const say = useSay();
  const { locale } = useLocale();
  const Sign = signs[connection];
  return (
    <div className={classes.chips}>
      <p className={classes.chip} data-connection={connection}>
        <Sign size={18} aria-hidden="true" />
        <span className={wide ? classes.chipLabel : classes.unseen}>{say('call.connection.label')}</span>
        {say(connection === 'reconnecting' ? 'call.connection.short' : `call.connection.${connection}`)}
      </p>
      {!wide && (
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
      )}
    </div>
  );
}
