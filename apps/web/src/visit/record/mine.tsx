import { Skeleton } from '@mantine/core';
import { Trouble } from '../../app/trouble';
import { useSay } from '../../locale/say';
import { Everybody } from '../../sharing/everybody';
import { Named } from '../../sharing/named';
import { useSharing } from '../../sharing/use-share';
import classes from './record.module.css';

/** Who reads her record, for the patient in the room: what she switches off closes before those who look at it. data-screen `mine-panel`. */
export default function MinePanel() {
  const say = useSay();
  const { data, error, refetch } = useSharing();
  return (
    <section className={classes.panel} data-screen="mine-panel">
      <p className={classes.lead}>{say('share.lead')}</p>
      {data ? (
        <>
          <Everybody about="treating" categories={data.treating} />
          <Named shares={data.shares} people={data.people} />
        </>
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : (
        <Skeleton height={360} radius="lg" />
      )}
    </section>
  );
}
