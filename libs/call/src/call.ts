import { watchGaps } from './back/gap';
import { tellError } from './link/failure';
import { openLink } from './link/link';
import { holdDevice } from './room/device';
import { chooseLayers } from './room/layers';
import { callStats } from './sense/stats';
import { actsOf } from './session/acts';
import { makeClaims, type Claims } from './session/claims';
import { makeEntry, type Entry } from './session/entry';
import { layGround } from './session/ground';
import { listen } from './session/listen';
import { createMailbox } from './session/mailbox';
import { followNews } from './session/news';
import { holdScreen } from './session/screen';
import { holdSeat } from './session/seat';
import type { Call, CallOptions } from './types';

/** A gap in signalling that heals faster than this is not shown: sound and picture go on meanwhile. */
const gapShownAfterMs = 1000;
/** The first connection may take its time. */
const connectShownAfterMs = 3000;
/** Long enough for any living connection to answer. */
const probeMs = 1000;

/** See Call. No method rejects: what went wrong is in the state, as `error`. */
export function createCall(options: CallOptions): Call {
  const { visitId, media } = options;
  const ground = layGround(options);
  const { store, intent } = ground;
  const seat = holdSeat(visitId, options.language, options.arrival ?? null, options.beside ?? null);
  const device = holdDevice();
  const layers = chooseLayers((seatId, wish) => ground.room?.receiver.wish(seatId, wish));
  const acts = actsOf(ground);
  const screen = holdScreen(ground, () => acts.show('screen'));
  const mailbox = createMailbox();
  const news = followNews(ground.later, (version) => {
    options.onEvent?.({ name: 'changed', version });
    if (version > (store.getSnapshot().snapshot?.version ?? -1)) void claims.refresh();
  });
  const entry: Entry = makeEntry(ground, device, layers, mailbox, news, {
    claim: () => void claims.claim(),
    refresh: () => void claims.refresh(),
  });
  const claims: Claims = makeClaims(ground, seat, device, mailbox, {
    admitted: () => options.autoJoin && void entry.join(),
    joinAgain: entry.joinAgain,
  });

  let stopWatching = () => undefined as void;

  function connect(): void {
    if (ground.link) return;
    addEventListener('online', lookAgain);
    stopWatching = watchGaps(woken);
    addEventListener('offline', ground.show);
    const gone = (shown: () => void) => () => {
      if (ground.link !== opened || opened.up) return;
      ground.linkGone = true;
      shown();
      ground.show();
    };
    const opened = openLink(options.socketUrl, {
      up() {
        ground.linkGone = false;
        ground.show();
        void claims.claim();
      },
      down() {
        ground.hold.set(false);
        ground.later(
          gapShownAfterMs,
          gone(() => ground.move('lost')),
        );
      },
      refused: (failure) => ground.shut(null, failure),
    });
    ground.link = opened;
    ground.later(
      connectShownAfterMs,
      gone(() => undefined),
    );
    listen(opened, ground, mailbox, news, entry.joinAgain);
  }

  /** The network or the page is back; the old connection may only look alive, and a short question finds out. */
  function lookAgain(): void {
    ground.show();
    ground.room?.nudge();
    const mine = ground.link;
    if (!mine?.up || !seat.taken) return;
    void claims.claim(probeMs).then(() => {
      if (ground.link === mine && mine.up && store.getSnapshot().error?.code === 'unavailable') mine.cycle();
    });
  }

  function woken(): void {
    entry.afresh();
    lookAgain();
  }

  function tearDown(): void {
    ground.clearTimers();
    removeEventListener('online', lookAgain);
    stopWatching();
    removeEventListener('offline', ground.show);
    entry.closeRoom();
    ground.link?.close();
    ground.link = null;
    ground.hold.set(false);
    ground.linkGone = false;
    mailbox.empty();
    news.forget();
    seat.giveUp();
    screen.drop();
    ground.show();
  }

  ground.shut = (reason, failure) => {
    if (ground.phase === 'closed') return;
    unfollowMedia();
    tearDown();
    store.set({ phase: 'closed', closedReason: reason, error: failure && tellError(failure) });
    if (reason) options.onEvent?.({ name: 'closed', reason });
  };

  const unfollowMedia = media.subscribe(ground.send);
  ground.show();

  return {
    ...acts,
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    async enter(arrival) {
      if (arrival) seat.arrive(arrival);
      if (!ground.move('enter')) return;
      ground.tell(null);
      if (ground.link?.up) await claims.claim();
      else connect();
    },
    join: entry.join,
    async leave() {
      const mine = ground.link;
      if (!ground.move('leave')) return;
      ground.link = null;
      tearDown();
      await mine?.request('visit.leave', {}, 2000).catch(() => undefined);
      mine?.close();
    },
    async setMicrophone(on) {
      intent.microphone = on;
      ground.send();
      if (on) await media.wake('microphone');
    },
    async setCamera(on) {
      intent.camera = on;
      ground.send();
      if (on) await media.wake('camera');
      else media.rest('camera');
    },
    async replaceDevice(source, deviceId) {
      await media.open({ [source]: { device: deviceId } });
    },
    showAt(seatId, width) {
      // A page that is taken down tells that nothing is shown any more; nobody is there to hear it.
      if (ground.phase !== 'closed') layers.show(seatId, width);
    },
    introduce(people) {
      ground.people = people;
      ground.show();
    },
    share: screen.share,
    quality: () => entry.quality(),
    stats: async () => (ground.room ? callStats(ground.room) : null),
    close: () => ground.shut('self', null),
  };
}
