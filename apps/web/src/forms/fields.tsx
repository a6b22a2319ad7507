import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { localeNames, locales, localeTags } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import type { Form, Values } from './use-form';

type Names<V extends Values, T> = { [N in keyof V & string]: V[N] extends T ? N : never }[keyof V & string];

interface FieldProps<V extends Values, N extends keyof V & string> {
  form: Form<V>;
  name: N;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
}

interface TextProps<V extends Values> extends FieldProps<V, Names<V, string>> {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'date' | 'time';
  autoComplete?: string;
  inputMode?: 'numeric';
  lang?: string;
  maxLength?: number;
  first?: boolean;
  min?: string;
  max?: string;
  step?: number;
}

/** Said beside the few fields that may stay empty: the others need no star. */
function Label({ words, optional }: { words: ReactNode; optional?: boolean | undefined }) {
  const say = useSay();
  return (
    <>
      {words}
      {optional && <span style={{ fontWeight: 400, color: 'var(--okaeri-quiet)' }}> {say('form.optional')}</span>}
    </>
  );
}

const wordless = (name: string) => ['email', 'phone', 'url', 'username'].includes(name);

export function TextField<V extends Values>(props: TextProps<V>) {
  const { form, name, label, hint, optional, type = 'text', first, autoComplete = 'off', ...rest } = props;
  return (
    <TextInput
      name={name}
      type={type}
      label={<Label words={label} optional={optional} />}
      description={hint}
      value={String(form.values[name])}
      onChange={(event) => form.set(name, event.currentTarget.value as V[typeof name])}
      error={form.mistakes[name]}
      autoComplete={autoComplete}
      spellCheck={wordless(name) ? false : undefined}
      data-first={first || undefined}
      {...rest}
    />
  );
}

export function LongField<V extends Values>({
  form,
  name,
  label,
  hint,
  optional,
  maxLength = 500,
}: FieldProps<V, Names<V, string>> & { maxLength?: number }) {
  return (
    <Textarea
      name={name}
      label={<Label words={label} optional={optional} />}
      description={hint}
      value={String(form.values[name])}
      onChange={(event) => form.set(name, event.currentTarget.value as V[typeof name])}
      error={form.mistakes[name]}
      maxLength={maxLength}
      autosize
      minRows={2}
    />
  );
}

export interface Option {
  value: string;
  label: string;
  lang?: string;
}

export function ChoiceField<V extends Values>({
  form,
  name,
  label,
  hint,
  optional,
  options,
  empty,
}: FieldProps<V, Names<V, string>> & { options: readonly Option[]; empty?: string | undefined }) {
  return (
    <NativeSelect
      name={name}
      label={<Label words={label} optional={optional} />}
      description={hint}
      value={String(form.values[name])}
      onChange={(event) => form.set(name, event.currentTarget.value as V[typeof name])}
      error={form.mistakes[name]}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}

/** Each language in its own name. */
export function LanguageField<V extends Values>(props: FieldProps<V, Names<V, string>> & { empty?: string }) {
  const options = locales.map((one) => ({ value: one, label: localeNames[one], lang: localeTags[one] }));
  return <ChoiceField {...props} options={options} />;
}

export function TickField<V extends Values>({ form, name, label, hint }: FieldProps<V, Names<V, boolean>>) {
  return (
    <Checkbox
      name={name}
      size="lg"
      label={label}
      description={hint}
      checked={form.values[name] === true}
      onChange={(event) => form.set(name, event.currentTarget.checked as V[typeof name])}
      error={form.mistakes[name]}
    />
  );
}
