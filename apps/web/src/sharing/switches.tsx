import { recordCategories } from '@okaeri/contracts';
import type { RecordCategory } from '@okaeri/contracts';
import form from '../forms/form.module.css';
import { useSay } from '../locale/say';
import classes from './sharing.module.css';

interface Props {
  value: readonly RecordCategory[];
  onChange: (value: RecordCategory[]) => void;
  label: string;
  /** Said where something is switched off that is dangerous to miss. */
  risk?: string;
}

/** A switch for each part of a record. */
export function Switches({ value, onChange, label, risk }: Props) {
  const say = useSay();
  return (
    <div role="group" aria-label={label} className={form.choices}>
      {recordCategories.map((category) => {
        const on = value.includes(category);
        const turn = () =>
          onChange(recordCategories.filter((each) => (each === category ? !on : value.includes(each))));
        return (
          <label key={category} className={form.choice}>
            <input
              type="checkbox"
              role="switch"
              className={classes.switch}
              checked={on}
              aria-checked={on}
              onChange={turn}
              data-category={category}
            />
            <span className={form.choiceWords}>
              <span>{say(`share.what.${category}`)}</span>
              {risk && category === 'medicines' && !on && <span className={form.quiet}>{risk}</span>}
            </span>
          </label>
        );
      })}
    </div>
  );
}
