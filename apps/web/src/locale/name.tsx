import type { PersonName } from '@okaeri/contracts';
import classes from './name.module.css';

/** A person as this reader can read her, with her own script beside it; the own one is marked with its language. */
export function Name({ name, both = false }: { name: PersonName; both?: boolean }) {
  if (!name.original) return <bdi lang={name.originalLang}>{name.display}</bdi>;
  return (
    <span className={classes.name}>
      <bdi>{name.display}</bdi>
      {both && (
        <bdi lang={name.originalLang} className={classes.original}>
          {name.original}
        </bdi>
      )}
    </span>
  );
}
