import { localeTags } from '@okaeri/contracts';
import type { StatisticsPage } from '@okaeri/contracts';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { missedShare, sumOf, totalOf } from './counts';
import classes from './statistics.module.css';

/** The period in three numbers. */
export function Summary({ weeks }: { weeks: StatisticsPage['weeks'] }) {
  const say = useSay();
  const share = useShare();
  const sum = sumOf(weeks);
  const missed = missedShare(sum);
  const facts = [
    { words: say('statistics.sum.visits'), value: String(totalOf(sum)) },
    { words: say('statistics.sum.held'), value: String(sum.attended + sum.late) },
    { words: say('statistics.sum.missed'), value: missed === null ? '–' : share(missed) },
  ];
  return (
    <dl className={classes.summary}>
      {facts.map(({ words, value }) => (
        <div key={words} className={classes.fact}>
          <dt>{words}</dt>
          <dd className={classes.large}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function useShare(): (value: number) => string {
  const { locale } = useLocale();
  const format = new Intl.NumberFormat(localeTags[locale], { style: 'percent', maximumFractionDigits: 0 });
  return (value) => format.format(value);
}
