import { localeTags, type ThreadMessage } from '@okaeri/contracts';
import { Name } from '../locale/name';
import { Say, useSay } from '../locale/say';
import classes from './thread.module.css';

/** One message: who, when, and the words in the language of the writer. */
export function Message({ message }: { message: ThreadMessage }) {
  const say = useSay();
  const { by, mine, atWords: when, text, language } = message;
  return (
    <li className={classes.message} data-mine={mine || undefined} data-message={message.messageId}>
      <p className={classes.by}>
        {mine ? (
          say('thread.by.me', { when })
        ) : (
          <Say id="thread.by.other" values={{ name: <Name name={by} />, when }} />
        )}
      </p>
      <p className={classes.text} lang={localeTags[language]}>
        {text}
      </p>
    </li>
  );
}
