import { localeNames, locales, localeTags } from '@okaeri/contracts';
import { useLocale } from '../../locale/locale';
import { useSay } from '../../locale/say';
import { useTaps } from './use-taps';
import classes from './sheets.module.css';

/** Each in its own name. */
export function Languages({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { locale, choose } = useLocale();
  const { list, chosen } = useTaps(onClose);
  return (
    <div role="radiogroup" aria-label={say('call.language.label')} className={classes.sheetStack} {...list}>
      {locales.map((one) => (
        <label key={one} className={classes.languageRow} data-chosen={one === locale || undefined}>
          <input
            type="radio"
            name="language"
            checked={one === locale}
            onChange={() => {
              choose(one);
              chosen();
            }}
          />
          <span lang={localeTags[one]}>{localeNames[one]}</span>
        </label>
      ))}
    </div>
  );
}
