import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createCall, createLocalMedia } from '@okaeri/call';
import type { Call, CallEvent, CallState, CameraWish, LocalMedia, LocalMediaState, MicrophoneWish } from '@okaeri/call';
import type { Arrival, VisitPage } from '@okaeri/contracts';
import { useLocale } from '../locale/locale';
import { keptDevices } from './device/devices';
import { holdPictures } from './device/picture';
import { allowSounds } from './device/sounds';
import { entersEarly, screenOf, usesMedia } from './steps';
import type { Screen, Steps } from './steps';
import { useStore } from './use-store';

/** What the person wants to send; kept while the camera rests, so that coming back needs no new choice. */
export interface Wish {
  microphone: MicrophoneWish;
  camera: CameraWish;
}

/** One window's part in a visit: its own media, its call, and what the person has done here. */
export interface Seat {
  media: LocalMedia;
  local: LocalMediaState;
  call: Call | null;
  state: CallState | null;
  screen: Screen;
  wish: Wish;
  /** What she said in this window about where she is. */
  arrival: Arrival | null;
  /** The seat in whose room she sits: that one's device hears and speaks for both. */
  beside: string | null;
  /** Opens what is wished and remembers the wish. */
  open(wish: Partial<Wish>): void;
  /** "I'm ready": straight into the room where the seat is held already, else to the next step. */
  ready(): void;
  arrive(arrival: Arrival): void;
  leave(): void;
  /** Shares the sound of somebody's device, or, with null, uses her own. */
  sitBeside(seatId: string | null): void;
  /** After leaving, or to take the visit back from another window. */
  comeBack(): void;
}

export function useSeat(
  page: VisitPage,
  firstPictures: () => HTMLElement | null,
  onEvent: (event: CallEvent) => void,
): Seat {
  const { locale } = useLocale();
  const { visitId } = page.card;
  const { arrivalNeeded } = page.me;
  const [media] = useState(() => {
    const made = createLocalMedia();
    const { noise, blur } = keptDevices();
    if (noise) made.setEffect('noise', true);
    if (blur) made.setEffect('blur', true);
    return made;
  });
  const [call, setCall] = useState<Call | null>(null);
  const [steps, setSteps] = useState<Steps>({ ready: false, gone: false });
  const [wish, setWish] = useState<Wish>(() => {
    const { microphone, camera } = keptDevices();
    return { microphone: { device: microphone }, camera: { device: camera } };
  });
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const [beside, setBeside] = useState<string | null>(null);
  const state = useStore(call);
  // Asked once, of the page as it was when it opened: taking the seat changes the answer.
  const [early] = useState(() => entersEarly(page));
  const held = useRef<Call | null>(null);
  const tell = useRef(onEvent);
  useEffect(() => {
    tell.current = onEvent;
  });

  const enter = useCallback(
    (given?: Arrival, sitsBeside = beside) => {
      held.current?.close();
      const made = createCall({
        visitId,
        language: locale,
        media,
        beside: sitsBeside,
        firstPictures,
        onEvent: (event) => tell.current(event),
      });
      held.current = made;
      setCall(made);
      void made.enter(given);
    },
    [visitId, locale, media, firstPictures, beside],
  );

  const before = !steps.ready;
  useEffect(() => {
    if (early && before) enter();
  }, [early, before, enter]);
  // Who came in by one click is in the room from here on: another language then takes no seat anew.
  const joined = state?.phase === 'joined';
  useEffect(() => {
    if (joined) setSteps((old) => (old.ready ? old : { ready: true, gone: false }));
  }, [joined]);

  useEffect(
    () => () => {
      held.current?.close();
      held.current = null;
      media.close();
    },
    [media],
  );

  useEffect(() => call?.introduce(page.seats), [call, page.seats]);

  const local = useStore(media);
  const screen = screenOf(page, state, steps);

  const letIn = steps.ready && !steps.gone && state?.phase === 'admitted' && !state.error;
  useEffect(() => {
    if (letIn) void call?.join();
  }, [letIn, call]);

  const needed = usesMedia(screen);
  useEffect(() => {
    if (!needed) media.close();
  }, [needed, media]);

  const open = useCallback(
    (change: Partial<Wish>) => {
      setWish((old) => ({ ...old, ...change }));
      void media.open(change);
    },
    [media],
  );

  const actions = useMemo(
    () => ({
      ready() {
        const live = held.current;
        if (live?.getSnapshot().phase === 'admitted') {
          // Nothing stands between this click and the room, no drawing either: the call tells when there is something to show.
          const goOn = holdPictures();
          void live.join().finally(goOn);
          setTimeout(allowSounds, 500);
          return;
        }
        allowSounds();
        setSteps({ ready: true, gone: false });
        if (live) {
          if (live.getSnapshot().phase === 'idle') void live.enter();
        } else if (!arrivalNeeded) enter();
      },
      arrive(given: Arrival) {
        setArrival(given);
        const live = held.current;
        if (live?.getSnapshot().phase === 'idle') void live.enter(given);
        else enter(given);
      },
      leave() {
        setSteps({ ready: true, gone: true });
        void held.current?.leave();
      },
      comeBack() {
        allowSounds();
        setSteps({ ready: true, gone: false });
        void media.open(wish);
        enter();
      },
      sitBeside(seatId: string | null) {
        setBeside(seatId);
        open({ microphone: seatId === null ? { device: keptDevices().microphone } : null });
        // Before "I'm ready" the seat is taken by itself, as whose it is now.
        if (!before) enter(undefined, seatId);
      },
    }),
    [arrivalNeeded, before, enter, media, open, wish],
  );

  return { media, local, call, state, screen, wish, arrival, beside, open, ...actions };
}
