import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { localeNames, locales, localeTags, type Locale, type NoteView, type VisitPage } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { Conflict } from './conflict';
import { Limits } from './limits';
import classes from './note.module.css';
import { useKeeper, useSign } from './use-keeper';

interface EditorProps {
  visitId: string;
  note: NoteView | null;
  /** The patient as this reader speaks of her: she reads it once it is signed. */
  patient: string;
  /** What could not be seen or heard in the visit. */
  limits?: VisitPage['limits'];
  onSigned: () => void;
}

/** The note while it is written. It keeps itself; signing is one press. */
export function NoteEditor({ visitId, note, patient, limits = [], onSigned }: EditorProps) {
  const say = useSay();
  const { locale } = useLocale();
  const { keeper, kept } = useKeeper(visitId, note, locale);
  const signing = useSign(visitId, keeper);
  const [reason, setReason] = useState('');
  const status = useId();
  const again = (note?.versions.length ?? 0) > 0;
  const { words, state, theirs } = kept;
  const lang = localeTags[words.language];

  const submit = async () => {
    if (await signing.sign(reason.trim())) onSigned();
  };
  return (
    <div className={classes.editor} data-state={state}>
      <p className={classes.quiet}>{say(again ? 'note.draft.again' : 'note.draft.hint')}</p>
      {theirs && (
        <Conflict mine={words} theirs={theirs} onMine={() => keeper.keepMine()} onTheirs={() => keeper.takeTheirs()} />
      )}
      <Textarea
        label={say('note.text.label')}
        value={words.text}
        onChange={(event) => keeper.edit({ text: event.currentTarget.value })}
        onBlur={() => void keeper.flush()}
        autosize
        minRows={6}
        maxRows={18}
        maxLength={20_000}
        lang={lang}
        aria-describedby={status}
        data-action="note-text"
        data-field="text"
      />
      {limits.length > 0 && <Limits limits={limits} text={words.text} onText={(text) => keeper.edit({ text })} />}
      <Textarea
        label={say('note.steps.label')}
        value={words.nextSteps}
        onChange={(event) => keeper.edit({ nextSteps: event.currentTarget.value })}
        onBlur={() => void keeper.flush()}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={4000}
        lang={lang}
        data-field="nextSteps"
      />
      <NativeSelect
        label={say('note.language.label')}
        value={words.language}
        onChange={(event) => keeper.edit({ language: event.currentTarget.value as Locale })}
        data={locales.map((each) => ({ value: each, label: localeNames[each] }))}
      />
      <p id={status} role="status" className={state === 'waiting' ? classes.warn : classes.quiet}>
        {state === 'waiting'
          ? say('note.keep.waiting')
          : state === 'kept'
            ? kept.savedWords && say('note.keep.saved', { when: kept.savedWords })
            : state === 'conflict'
              ? ''
              : say('note.keep.saving')}
      </p>
      {state === 'failed' && <Trouble error={kept.error} again={() => keeper.edit({})} />}
      {again && (
        <TextInput
          label={say('note.reason.label')}
          description={say('note.reason.hint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          data-field="reason"
        />
      )}
      {Boolean(signing.error) && <Trouble error={signing.error} />}
      <div>
        <Button
          size="lg"
          leftSection={<IconSignature size={24} aria-hidden="true" />}
          loading={signing.busy}
          disabled={state === 'conflict' || words.text.trim() === ''}
          onClick={() => void submit()}
          data-action="sign-note"
        >
          {say('note.sign.action')}
        </Button>
        <p className={classes.hint}>{say('note.sign.hint', { name: patient })}</p>
      </div>
    </div>
  );
}
