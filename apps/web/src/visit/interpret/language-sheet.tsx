import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Call, CallState } from '@okaeri/call';
import { hostRole, sameLanguage, soundModes, type VisitSeat } from '@okaeri/contracts';
import { useSay } from '../../locale/say';
import { Language } from '../people/role';
import { Languages } from '../sheets/languages';
import { useTaps } from '../sheets/use-taps';
import sheets from '../sheets/sheets.module.css';
import { channelOf, choicesOf, primary, type RoomSound } from './room-sound';
import { NameOf, Strip } from './strip';
import classes from './interpret.module.css';

interface LanguageSheetProps {
  room: RoomSound | null;
  call: Call;
  state: CallState | null;
  people: readonly VisitSeat[];
  onClose: () => void;
}

/** What is heard, what is spoken, and how it is interpreted; then the words of the page itself. */
export function LanguageSheet({ room, call, state, people, onClose }: LanguageSheetProps) {
  const say = useSay();
  const { list, chosen } = useTaps(onClose);
  // With nobody to interpret there is nothing to choose but the page's own words.
  if (!room || !state || room.interpreters.length === 0) return <Languages onClose={onClose} />;
  const listens = !room.own && room.me.beside === null;
  const leads = room.me.role === hostRole || room.own !== null;
  const joined = state.phase === 'joined';
  return (
    <div className={sheets.sheetStack} {...list}>
      <Strip room={room} people={people} state={state} />
      {listens && (
        <Choices legend={say('sound.hear.label')}>
          {[...room.languages, 'floor'].map((tag) => (
            <Row
              key={tag}
              name="hear"
              action={`hear-${tag}`}
              chosen={
                room.hears === tag || (tag !== 'floor' && room.hears !== 'floor' && sameLanguage(room.hears, tag))
              }
              onChoose={() => {
                void call.hear(sameLanguage(tag, room.me.language) ? null : tag);
                chosen();
              }}
            >
              <span>{tag === 'floor' ? say('sound.hear.floor') : <Language tag={tag} />}</span>
              <Through tag={tag} room={room} people={people} />
            </Row>
          ))}
        </Choices>
      )}
      {leads && joined && (
        <Choices legend={say('sound.mode.label')}>
          {soundModes.map((mode) => (
            <Row
              key={mode}
              name="mode"
              action={`mode-${mode}`}
              chosen={room.sound.mode === mode}
              onChoose={() => void call.mode(mode)}
            >
              <span>
                {say(`sound.mode.${mode}.title`)}
                <span className={classes.why}>{say(`sound.mode.${mode}.body`)}</span>
              </span>
            </Row>
          ))}
        </Choices>
      )}
      {listens && (
        <NativeSelect
          label={say('sound.speak.label')}
          description={say('sound.speak.why')}
          value={primary(room.speaks)}
          onChange={(event) => void call.speak(event.currentTarget.value)}
          data={choicesOf(room.languages)}
          data-action="speak"
        />
      )}
      <Choices legend={say('sound.page.label')}>
        <Languages onClose={onClose} />
      </Choices>
    </div>
  );
}

/** By whose voice a language comes, in simultaneous interpretation. */
function Through({ tag, room, people }: { tag: string; room: RoomSound; people: readonly VisitSeat[] }) {
  if (tag === 'floor' || room.sound.mode === 'consecutive') return null;
  const voice = channelOf(room.interpreters, tag);
  return <span className={classes.through}>{voice && <NameOf seatId={voice.seatId} people={people} />}</span>;
}

function Choices({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes.choices}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface RowProps {
  name: string;
  action: string;
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Row({ name, action, chosen, onChoose, children }: RowProps) {
  return (
    <label className={sheets.languageRow} data-chosen={chosen || undefined} data-action={action}>
      <input type="radio" name={name} checked={chosen} onChange={onChoose} />
      {children}
    </label>
  );
}
