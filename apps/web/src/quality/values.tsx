import { useSay } from '../locale/say';
import { saidAs } from './lines';
import classes from './quality.module.css';
import {
  measureNames,
  minutesOf,
  valuesOf,
  type Direction,
  type Measure,
  type Minute,
  type SeatQuality,
} from './series';
import { useUnits } from './units';

const signs: Record<Direction, string | null> = { up: '↑', down: '↓', both: null };

/** The same in numbers, a line a minute. */
export function Values({ seat }: { seat: SeatQuality }) {
  const say = useSay();
  const caption = say('quality.table', { name: seat.name.display });
  return (
    <table className={classes.table} data-values={seat.samples.length}>
      <caption className={classes.unseen}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('quality.column.time')}</th>
          {measureNames.map((measure) => (
            <th key={measure} scope="col">
              {say(`quality.measure.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {minutesOf(seat.samples).map((minute) => (
          <tr key={minute.atWords}>
            <th scope="row" className={classes.at}>
              {minute.atWords}
            </th>
            {measureNames.map((measure) => (
              <Cell key={measure} measure={measure} minute={minute} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ measure, minute }: { measure: Measure; minute: Minute }) {
  const say = useSay();
  const format = useUnits()[saidAs[measure]];
  return (
    <td>
      {valuesOf(measure).map(([direction]) => {
        const value = minute.values[measure][direction] ?? null;
        return (
          <span key={direction} className={classes.value}>
            {signs[direction] && <span aria-hidden="true">{signs[direction]} </span>}
            {direction !== 'both' && <span className={classes.unseen}>{say(`quality.side.${direction}`)}: </span>}
            {value === null ? '–' : format(value)}
          </span>
        );
      })}
    </td>
  );
}
