import { useCallback, useEffect, useId, useState } from 'react';
import { ApiError } from '../api/client';
import { useSay } from '../locale/say';
import { forgetDraft, readDraft, writeDraft } from '../api/drafts';

export type Values = Record<string, string | boolean>;
export type Mistakes = Readonly<Record<string, string>>;

export interface Form<V extends Values> {
  values: V;
  mistakes: Mistakes;
  set<N extends keyof V & string>(name: N, value: V[N]): void;
  fill(values: Partial<V>): void;
  /** Names of fields that must not be empty; true where all have something in them. */
  need(names: readonly (keyof V & string)[]): boolean;
  /** Puts what the server said about single fields beside them; false where it said nothing about any. */
  refuse(error: unknown): boolean;
  /** Saved: what was typed need not be kept any more. */
  done(): void;
  /** Of the form's element: the first mistake in it takes the focus. */
  id: string;
}

/**
 * The words of a form. They stay in this tab until they are saved, so that a reload or a lost session costs nothing;
 * `draft` names them, and `null` keeps nothing.
 */
export function useForm<V extends Values>(start: V, draft: string | null): Form<V> {
  const say = useSay();
  const [values, setValues] = useState<V>(() => ({ ...start, ...(draft ? readDraft<V>(draft, start) : {}) }));
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [told, setTold] = useState(0);
  const id = useId();

  useEffect(() => {
    if (told === 0) return;
    document.getElementById(id)?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus();
  }, [told, id]);

  const fill = useCallback(
    (change: Partial<V>) => {
      setValues((old) => {
        const next = { ...old, ...change };
        if (draft) writeDraft(draft, next);
        return next;
      });
      setMistakes((old) => without(old, Object.keys(change)));
    },
    [draft],
  );

  const tell = (found: Mistakes): boolean => {
    setMistakes(found);
    const any = Object.keys(found).length > 0;
    if (any) setTold((count) => count + 1);
    return any;
  };

  return {
    values,
    mistakes,
    id,
    fill,
    set: (name, value) => fill({ [name]: value } as unknown as Partial<V>),
    need: (names) => {
      const empty = names.filter((name) => String(values[name]).trim() === '');
      return !tell(Object.fromEntries(empty.map((name) => [name, say('form.missing')])));
    },
    refuse: (error) => tell(mistakesOf(error, Object.keys(values))),
    done: () => {
      if (draft) forgetDraft(draft);
    },
  };
}

function without(mistakes: Mistakes, names: readonly string[]): Mistakes {
  return Object.fromEntries(Object.entries(mistakes).filter(([name]) => !names.includes(name)));
}

/** `episode.title` lands on the field `title` when the form has no field of the whole path. */
export function mistakesOf(error: unknown, names: readonly string[]): Mistakes {
  if (!(error instanceof ApiError)) return {};
  const found: Record<string, string> = {};
  for (const { path, message } of error.problem.fields ?? []) {
    const parts = path.split('.');
    const name = names.includes(path) ? path : parts.findLast((part) => names.includes(part));
    if (name && !found[name]) found[name] = message;
  }
  return found;
}
