import type { PersonName } from '@okaeri/contracts';
import classes from './name.module.css';

/** A person as this reader speaks of her, with her own script beside it; what is her own is marked with its language. */
export function Name({ name, both = false }: { name: PersonName; both?: boolean }) {
  const [before, after] = name.display.split(name.bare, 2);
  const shown = (
    <bdi className={classes.shown}>
      {before}
      <span lang={name.original ? undefined : name.originalLang}>{name.bare}</span>
      {after}
    </bdi>
  );
  if (!name.original) return shown;
  return (
    <span className={classes.name}>
      {shown}
      {both && (
        <bdi lang={name.originalLang} className={classes.original}>
          {name.original}
        </bdi>
      )}
    </span>
  );
}
