import { useId } from 'react';
import { useChat } from '../../api/waiting';
import { Name } from '../../locale/name';
import { Say, useSay } from '../../locale/say';
import classes from './wait.module.css';

/** What was written to those who wait; it is read, not answered. */
export function ForWaiting({ visitId }: { visitId: string }) {
  const say = useSay();
  const heading = useId();
  const chat = useChat(visitId);
  const messages = chat.data?.items.filter(({ audience }) => audience === 'waiting').toReversed() ?? [];
  return (
    <div role="log" aria-labelledby={messages.length > 0 ? heading : undefined}>
      {messages.length > 0 && (
        <>
          <h2 id={heading} className={classes.small}>
            {say('waiting.messages.title')}
          </h2>
          <ol className={classes.messages}>
            {messages.map(({ messageId, kind, by, atWords: when, language, text }) => (
              <li key={messageId} data-message={kind}>
                <p className={classes.quiet} data-when>
                  <Say id="thread.by.other" values={{ name: <Name name={by} />, when }} />
                </p>
                <p lang={language} data-when={kind === 'late' || undefined}>
                  {text}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
