import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useGiveCode } from '../api/session';
import { Page } from '../app/page';
import { useSay, useSayError } from '../locale/say';
import classes from './lan-code.module.css';

/** On a local network the stage is behind a code that only the one who started it can see. */
export default function LanCode() {
  const say = useSay();
  const sayError = useSayError();
  const give = useGiveCode();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) give.mutate(code.trim());
  };
  return (
    <Page title={say('stage.code.title')} narrow>
      <p>{say('stage.code.body')}</p>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          label={say('stage.code.label')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={give.error ? sayError(give.error) : undefined}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          maxLength={12}
          classNames={{ input: classes.code }}
        />
        <Button type="submit" loading={give.isPending}>
          {say('common.continue')}
        </Button>
      </form>
    </Page>
  );
}
