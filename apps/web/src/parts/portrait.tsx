import type { PersonName } from '@okaeri/contracts';
import { hueOf, initialsOf } from './initials';
import classes from './portrait.module.css';

/** Stands for a face. It says nothing that the name beside it does not say, so readers skip it. */
export function Portrait({ name, size = 'md' }: { name: PersonName; size?: 'sm' | 'md' | 'lg' }) {
  return (
    <span
      className={classes.portrait}
      data-size={size}
      style={{ '--hue': hueOf(name) } as React.CSSProperties}
      aria-hidden="true"
    >
      {initialsOf(name.bare)}
    </span>
  );
}
