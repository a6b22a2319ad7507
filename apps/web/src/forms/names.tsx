import { useSay } from '../locale/say';
import { TextField } from './fields';
import classes from './form.module.css';
import type { Form, Values } from './use-form';

type NameValues = { name: string; nameLatin: string; nameKana: string };

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A name in its own script and in Latin letters; its reading in kana where the own script is Japanese. */
export function NameFields<V extends NameValues & Values>({ form }: { form: Form<V> }) {
  const say = useSay();
  const named = form as unknown as Form<NameValues>;
  const kana = japanese.test(named.values.name) || named.values.nameKana !== '';
  return (
    <>
      <TextField
        form={named}
        name="name"
        label={say('form.name')}
        hint={say('form.nameHint')}
        autoComplete="name"
        maxLength={120}
      />
      <div className={classes.pair}>
        <TextField
          form={named}
          name="nameLatin"
          label={say('form.nameLatin')}
          hint={say('form.nameLatinHint')}
          maxLength={120}
        />
        {kana && (
          <TextField
            form={named}
            name="nameKana"
            label={say('form.nameKana')}
            hint={say('form.nameKanaHint')}
            lang="ja"
            optional
            maxLength={120}
          />
        )}
      </div>
    </>
  );
}
