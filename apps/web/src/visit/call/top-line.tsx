import { IconAntennaBars3, IconAntennaBars5, IconLanguage, IconRefresh } from '@tabler/icons-react';
import type { ConnectionWord } from '@okaeri/call';
import { useLocale } from '../../locale/locale';
import { Say, useSay } from '../../locale/say';
import { Language, Pair } from '../people/role';
import type { RoomSound } from '../interpret/room-sound';
import classes from './call.module.css';

const signs = { good: IconAntennaBars5, weak: IconAntennaBars3, reconnecting: IconRefresh } as const;

interface TopLineProps {
  connection: ConnectionWord;
  wide: boolean;
  room: RoomSound | null;
  onLanguage: () => void;
  onQuality: () => void;
}

/** How the connection is, in words and by a sign; more of it behind a press. And on a phone the language that is heard: on a desk the row of controls names it. */
export function TopLine({ connection, wide, room, onLanguage, onQuality }: TopLineProps) {
  const say = useSay();
  const Sign = signs[connection];
  return (
    <div className={classes.chips}>
      <button
        type="button"
        className={classes.chip}
        onClick={onQuality}
        data-connection={connection}
        data-action="quality"
      >
        <Sign size={18} aria-hidden="true" />
        {/* One run of words: beside a panel there is little room, and two columns of one word each cannot be read. */}
        <span>
          <span className={wide ? classes.chipLabel : classes.unseen}>{say('call.connection.label')}</span>{' '}
          {say(connection === 'reconnecting' ? 'call.connection.short' : `call.connection.${connection}`)}
        </span>
      </button>
      {!wide && (
        <button type="button" className={classes.chip} onClick={onLanguage} data-action="language">
          <IconLanguage size={18} aria-hidden="true" />
          <span>
            {room?.own ? (
              <>
                <span className={classes.unseen}>{say('call.language.label')}</span> <Hears room={room} />
              </>
            ) : (
              <Say id="call.language.hear" values={{ language: <Hears key="language" room={room} /> }} />
            )}
          </span>
        </button>
      )}
    </div>
  );
}

/** What she listens to; of an interpreter, her two languages. */
export function Hears({ room }: { room: RoomSound | null }) {
  const say = useSay();
  const { locale } = useLocale();
  if (room?.own) return <Pair tags={room.own.pair} />;
  if (!room || room.interpreters.length === 0) return <Language tag={locale} />;
  return room.hears === 'floor' ? <>{say('sound.hear.floor')}</> : <Language tag={room.hears} />;
}
