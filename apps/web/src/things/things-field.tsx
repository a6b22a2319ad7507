import { thingsPerVisit, type BookingPage } from '@okaeri/contracts';
import formClasses from '../forms/form.module.css';
import type { Form } from '../forms/use-form';
import { useSay } from '../locale/say';
import classes from './things.module.css';

interface ThingsFieldProps {
  form: Form<{ things: string }>;
  page: Pick<BookingPage, 'things'>;
}

/** Rooms and devices of the hospital that a visit shall take up; where it has none, nothing is asked. */
export function ThingsField({ form, page: { things } }: ThingsFieldProps) {
  const say = useSay();
  if (things.length === 0) return null;
  const chosen = form.values.things.split(' ').filter(Boolean);
  const change = (id: string, wanted: boolean) =>
    form.fill({ things: [...chosen.filter((one) => one !== id), ...(wanted ? [id] : [])].join(' ') });
  return (
    <fieldset className={`${formClasses.group} ${classes.field}`}>
      <legend className={formClasses.legend}>{say('things.choose')}</legend>
      <div className={classes.choices}>
        {things.map(({ thingId, kind, name }) => {
          const ticked = chosen.includes(thingId);
          return (
            <label key={thingId} className={formClasses.choice} data-thing={thingId}>
              <input
                type="checkbox"
                name="things"
                value={thingId}
                checked={ticked}
                disabled={!ticked && chosen.length >= thingsPerVisit}
                onChange={(event) => change(thingId, event.currentTarget.checked)}
              />
              <span>
                {name} <span className={classes.kind}>{say(`strips.${kind}`)}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
