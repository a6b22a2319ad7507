import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Remote } from '@okaeri/call';
import { useTitle } from '../../app/page';
import { useFocusKept } from '../../app/use-focus-kept';
import { useSayOf } from '../../locale/say-of';
import { whoAreHere } from '../people/people';
import { Arrived } from '../people/arrived';
import { Captions } from '../captions/lines';
import { Written } from '../captions/written';
import { Callbacks } from '../callback/callbacks';
import { Record } from '../message/record';
import { Banner } from './banner';
import { Controls } from './controls';
import { Empty } from '../people/empty';
import { layoutOf, mostUpright } from '../tiles/layout';
import { OwnTile } from '../tiles/own-tile';
import { Sheets } from '../sheets/sheets';
import { Panel } from './panel';
import { isPanel, type CallScreenProps, type PanelName, type SheetName } from './props';
import { Shown } from '../show/shown';
import { Bar } from '../interpret/bar';
import { roomSoundOf } from '../interpret/room-sound';
import { Strip } from '../interpret/strip';
import { Stage } from '../tiles/stage';
import { Tile } from '../tiles/tile';
import { TopLine } from './top-line';
import { newKept } from './use-kept';
import { useGoings } from './use-goings';
import { useStalled } from './use-stalled';
import { Voices } from './voices';
import { WaitingCard } from '../people/waiting-card';
import classes from './call.module.css';

const nobody: ReadonlyMap<string, Remote> = new Map();

/** The call: the other person, a helper beside, oneself small, and one row of controls. */
export function CallScreen(props: CallScreenProps) {
  const { page, people, waiting, seat, sound, onSound, speaker, unread, onRead, sayings } = props;
  const { call, state } = seat;
  const say = useSayOf(page.kind);
  const wide = useMediaQuery('(min-width: 56em)', true, { getInitialValueInEffect: false });
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const open = (name: SheetName | null) => {
    if (isPanel(name)) setPanel(panel === name ? null : name);
    setSheet(isPanel(name) ? null : name);
  };
  // Raised by a click: browsers that hold the sound back let it go after one.
  const [blocked, setBlocked] = useState(false);
  const [nudge, setNudge] = useState(0);
  const [kept] = useState(newKept);
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  useFocusKept(root);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);

  const reads = panel === 'chat' && unread > 0;
  useEffect(() => {
    if (reads) onRead();
  }, [reads, onRead]);

  const here = whoAreHere(people, page.me.seatId);
  const showing = state?.showing ?? null;
  const leads = showing !== null && showing.seatId === page.me.seatId;
  useEffect(() => {
    // On a phone the sheet in which it was chosen would lie on it.
    if (leads && !wide) setPanel((name) => (name === 'tour' || name === 'record' ? null : name));
  }, [leads, wide, showing?.fileId]);
  const layout = layoutOf(page.me.role, here, showing !== null, seat.beside);
  const byId = new Map(here.map((person) => [person.seatId, person]));
  const remotes: ReadonlyMap<string, Remote> = state?.remotes ?? nobody;
  const patient = here.find(({ arrival }) => arrival !== null);
  const goings = useGoings(here);
  const away = useStalled(state, here);
  // That she waits to be rung says as much.
  const stalled = page.callbacks.some(({ seatId }) => seatId === away?.person.seatId) ? null : away;
  const heading = say('call.title');
  const first = waiting[0];
  useTitle(first ? say('today.waiting.tab', { count: waiting.length, name: first.name.display }) : heading);
  if (!call || !state) return null;

  const roomSound = roomSoundOf(state, people, page.me.seatId);
  const interpreters = roomSound?.interpreters ?? [];
  const bar = roomSound?.own && <Bar room={roomSound} call={call} state={state} people={people} />;

  const besideOf = (seatId: string) => state.snapshot?.seats.find((one) => one.seatId === seatId)?.beside;
  const tile = (seatId: string, small = false) => {
    const person = byId.get(seatId);
    return (
      person && (
        <Tile
          key={seatId}
          person={person}
          remote={remotes.get(seatId) ?? null}
          small={small}
          besideName={byId.get(besideOf(seatId) ?? '')?.name.display}
          interprets={interpreters.find((one) => one.seatId === seatId)}
          showAt={call.showAt}
        />
      )
    );
  };

  const room = { page, people, seat, wide, kept };
  const banner = (
    <Banner
      seat={seat}
      people={people}
      others={here.length}
      stalled={stalled}
      sound={sound}
      blocked={blocked}
      wide={wide}
      onSound={onSound}
      onUnblock={() => {
        setBlocked(false);
        setNudge(nudge + 1);
      }}
    />
  );

  return (
    <div
      ref={setRoot}
      className={classes.call}
      data-one={layout.large.length === 1 || undefined}
      data-two={layout.large.length === 2 || undefined}
      data-helper={layout.small.length > 0 || undefined}
      data-many={layout.small.length > 3 || undefined}
      data-crowd={layout.large.length > mostUpright || undefined}
      data-none={(layout.large.length === 0 && !showing) || undefined}
      data-showing={showing?.kind}
      data-panel={panel ?? undefined}
    >
      <h1 ref={title} tabIndex={-1} className={classes.unseen} data-home>
        {heading}
      </h1>
      <p className={classes.unseen} role="status">
        {goings}
      </p>
      <div className={classes.top}>
        <TopLine
          connection={state.connection}
          wide={wide}
          room={roomSound}
          onLanguage={() => setSheet('language')}
          onQuality={() => setSheet('quality')}
        />
        {wide && roomSound && <Strip room={roomSound} people={people} state={state} />}
        {wide && bar}
        {here.length > 0 && waiting.length > 0 && (
          <WaitingCard waiting={waiting} page={page} call={call} compact={!wide} onMore={() => setSheet('people')} />
        )}
        {wide && page.me.host && patient && <Arrived person={patient} />}
        <Callbacks {...room} />
        <Record {...room} />
        {!wide && banner}
      </div>
      <div className={classes.stage}>
        <Stage count={layout.large.length}>
          {showing ? (
            <Shown {...room} sayings={sayings} />
          ) : layout.large.length > 0 ? (
            layout.large.map((seatId) => tile(seatId))
          ) : (
            <Empty page={page} people={people} waiting={waiting} call={call} joined={state.phase === 'joined'} />
          )}
        </Stage>
      </div>
      <div className={classes.side}>
        {layout.small.map((seatId) => tile(seatId, true))}
        <OwnTile seat={seat} wide={wide} />
      </div>
      {!wide && bar && <div className={classes.work}>{bar}</div>}
      <div className={classes.over}>
        {wide && banner}
        <Captions sayings={sayings} room={roomSound} people={people} />
        <Written languages={state.written} />
      </div>
      <Controls
        seat={seat}
        page={page}
        wide={wide}
        room={roomSound}
        soundOn={sound === 'on'}
        here={here.length + 1}
        waiting={waiting.length}
        unread={unread}
        onSound={() => onSound(sound === 'on' ? 'off' : 'on')}
        panel={panel}
        onSheet={open}
      />
      <Voices
        remotes={remotes}
        showing={showing}
        muted={sound !== 'on' || here.some(({ seatId }) => seatId === seat.beside)}
        speaker={speaker}
        nudge={nudge}
        onBlocked={() => setBlocked(true)}
      />
      {panel && state.phase !== 'joining' && (
        <Panel key={panel} {...room} name={panel} onClose={() => setPanel(null)} />
      )}
      <Sheets {...props} wide={wide} room={roomSound} name={sheet} onName={open} call={call} />
    </div>
  );
}
