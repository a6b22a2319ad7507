import type { RecordCategory } from '@okaeri/contracts';
import { useWished } from '../api/wished';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import classes from './sharing.module.css';
import { Switches } from './switches';
import { useShare } from './use-share';

const abouts = {
  treating: { purpose: 'TREAT', title: 'share.treating', body: 'share.treatingBody', risk: 'share.risk' },
  emergency: {
    purpose: 'ETREAT',
    title: 'share.emergencyTitle',
    body: 'share.emergency',
    risk: 'share.riskEmergency',
  },
} as const;

interface Props {
  about: keyof typeof abouts;
  categories: readonly RecordCategory[];
}

/** What everybody sees who treats her, always or in an emergency. Each switch counts at once. */
export function Everybody({ about, categories }: Props) {
  const say = useSay();
  const share = useShare();
  const { shown, wish, forget } = useWished(categories, alike);
  const { purpose, title, body, risk } = abouts[about];
  const choose = (value: RecordCategory[]) => {
    wish(value);
    share.mutate({ grantee: { kind: 'treating' }, purpose, categories: value }, { onError: forget });
  };
  return (
    <section className={`${card.card} ${classes.all}`} aria-labelledby={`share-${about}`} data-share={about}>
      <h2 id={`share-${about}`} className={card.heading}>
        {say(title)}
      </h2>
      <p className={classes.lead}>{say(body)}</p>
      <Switches label={say(title)} value={shown} risk={say(risk)} onChange={choose} />
      {share.error && <Trouble error={share.error} />}
      <p role="status" className={classes.said}>
        {share.isSuccess && say('share.saved')}
      </p>
    </section>
  );
}

const alike = (a: readonly RecordCategory[], b: readonly RecordCategory[]) =>
  a.length === b.length && a.every((category) => b.includes(category));
