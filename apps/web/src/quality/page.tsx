import { useParams } from 'react-router';
import { qualityDays, type QualityPage as QualityPageOf } from '@okaeri/contracts';
import { useQuality } from '../api/pages';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import card from '../parts/card.module.css';
import { Lines } from './lines';
import classes from './quality.module.css';
import { measureNames, type SeatQuality } from './series';
import { Values } from './values';

/** How the links of a visit were, for the care team: `paths.quality`, data-screen `quality`. */
export default function QualityPage() {
  const { visitId = '' } = useParams();
  const query = useQuality(visitId);
  return <Loaded query={query}>{(page) => <Quality page={page} />}</Loaded>;
}

function Quality({ page }: { page: QualityPageOf }) {
  const say = useSay();
  const seconds = page.seats.flatMap(({ samples, steps }) => [
    ...samples.map(({ second }) => second),
    ...steps.map(({ fromSecond }) => fromSecond),
  ]);
  // All share one time, so that what happened to two at once stands at one place.
  const span = { from: 0, to: Math.max(1, ...seconds) };
  return (
    <Page title={say('quality.open')} lead={<p>{say('quality.lead')}</p>} wide>
      <div className={classes.page} data-screen="quality">
        {page.seats.length === 0 && (
          <Empty title={say('quality.empty.title')}>
            <p>{say('quality.empty.body', { days: qualityDays })}</p>
          </Empty>
        )}
        {page.seats.map((seat) => (
          <SeatOf key={seat.seatId} seat={seat} span={span} />
        ))}
      </div>
    </Page>
  );
}

function SeatOf({ seat, span }: { seat: SeatQuality; span: { from: number; to: number } }) {
  const say = useSay();
  const title = `quality-${seat.seatId}`;
  return (
    <section className={card.card} aria-labelledby={title} data-seat={seat.seatId}>
      <h2 id={title} className={card.heading}>
        <Name name={seat.name} />
      </h2>
      <p className={classes.quiet}>
        {say(`role.${seat.role}`)}
        {seat.path &&
          ` · ${say('quality.of', { what: say('quality.path.label'), value: say(`quality.path.${seat.path}`) })}`}
      </p>
      <Steps seat={seat} />
      {seat.samples.length > 0 && (
        <div className={classes.beside}>
          <div className={classes.charts}>
            {measureNames.map((measure) => (
              <Lines key={measure} measure={measure} seat={seat} span={span} />
            ))}
          </div>
          <Values seat={seat} />
        </div>
      )}
    </section>
  );
}

function Steps({ seat: { steps } }: { seat: SeatQuality }) {
  const say = useSay();
  const given = steps.filter(({ step }) => step !== 'full');
  if (given.length === 0) return <p>{say('quality.steps.none')}</p>;
  return (
    <table className={classes.table} data-steps={given.length}>
      <caption>{say('quality.steps.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('quality.steps.from')}</th>
          <th scope="col">{say('quality.steps.to')}</th>
          <th scope="col">{say('quality.steps.what')}</th>
        </tr>
      </thead>
      <tbody>
        {given.map(({ side, step, words, fromWords, toWords, fromSecond }) => (
          <tr key={`${side} ${fromSecond}`} data-step={step}>
            <td className={classes.at}>{fromWords}</td>
            <td className={classes.at}>{toWords ?? say('quality.steps.still')}</td>
            <td>{say('quality.of', { what: say(`quality.side.${side}`), value: words })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
