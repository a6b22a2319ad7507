import { Button, Skeleton } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { Suspense, useEffect } from 'react';
import { later } from '../../app/later';
import { Name } from '../../locale/name';
import { Say, useSay } from '../../locale/say';
import type { RoomProps } from '../call/props';
import { Picture } from '../device/picture';
import frame from './frame.module.css';
import type { Sayings } from './sayings';
import classes from './show.module.css';

// Fetched with the first picture that is shown: nobody joins later for it.
const TourStage = later(() => import('../tour/stage'));

/** The screen or the tour that is shown to everybody. */
export function Shown({ sayings, ...room }: RoomProps & { sayings: Sayings }) {
  const say = useSay();
  const { page, seat } = room;
  const showing = seat.state?.showing ?? null;
  if (!showing) return null;
  if (showing.kind === 'screen') return <Screen {...room} seatId={showing.seatId} />;
  const file = page.files.find(({ fileId, state }) => fileId === showing.fileId && state === 'ready');
  // Who may not read a file is shown nothing of it.
  if (!file) return <p className={classes.none}>{say('tour.notYours')}</p>;
  return (
    <Suspense fallback={<Skeleton height="100%" radius="lg" />}>
      <TourStage key={file.fileId} {...room} sayings={sayings} file={file} guideId={showing.seatId} />
    </Suspense>
  );
}

function Screen({ page, people, seat, seatId }: RoomProps & { seatId: string }) {
  const say = useSay();
  const { call, state } = seat;
  const own = seatId === page.me.seatId;
  const joined = state?.phase === 'joined';
  const sharing = state?.sharing ?? false;
  // The browser's own "stop", or a page that was loaded anew: nothing is sent any more, so nothing is shown.
  const left = own && joined && !sharing;
  useEffect(() => {
    if (left) void call?.show(null);
  }, [left, call]);
  // Taken away by the host, or by whoever shows now.
  useEffect(() => () => void (own && call?.share(null)), [own, call]);
  const track = state?.remotes.get(seatId)?.screen;
  const name = people.find((person) => person.seatId === seatId)?.name;
  return (
    <figure className={frame.frame} data-shown="screen" data-own={own || undefined}>
      {own ? (
        <p className={classes.none}>{say('show.own')}</p>
      ) : track ? (
        <Picture track={track} className={classes.picture} data-kind="screen" />
      ) : (
        <p className={classes.none}>{say('call.tile.connecting')}</p>
      )}
      <figcaption className={frame.caption}>
        <span>{!own && name && <Say id="show.by" values={{ name: <Name name={name} /> }} />}</span>
        {(own || page.me.host) && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={20} aria-hidden="true" />}
            onClick={() => void call?.show(null)}
            data-action="share-stop"
          >
            {say('show.stop')}
          </Button>
        )}
      </figcaption>
    </figure>
  );
}
