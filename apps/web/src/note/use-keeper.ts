import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Locale, NoteView } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { readNote } from '../api/work';
import { forgetDraft, readDraft, writeDraft } from '../api/drafts';
import { newKey } from '../api/write';
import { Keeper, type Kept, type NoteDoor, type NoteWords } from './keeper';

const none = { text: '', nextSteps: '', language: '', version: -1 };

/** The words of a note as they are written in this window. */
export function useKeeper(visitId: string, note: NoteView | null, language: Locale): { keeper: Keeper; kept: Kept } {
  const name = `note.${visitId}`;
  const [keeper] = useState(() => {
    const draft = note?.draft;
    const words: NoteWords = {
      text: draft?.text ?? '',
      nextSteps: draft?.nextSteps ?? '',
      language: draft?.language ?? language,
    };
    const start = { words, version: draft?.version ?? 0, savedWords: draft?.savedWords ?? '' };
    const found = { ...none, ...readDraft(name, none) };
    return new Keeper(doorOf(visitId, name), start, found.version < 0 ? null : { ...found, language: words.language });
  });
  useEffect(() => {
    // A phone that is put away may never come back to this page.
    const hidden = () => document.visibilityState === 'hidden' && void keeper.flush();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      keeper.stop();
    };
  }, [keeper]);
  return { keeper, kept: useSyncExternalStore(keeper.subscribe, keeper.now) };
}

function doorOf(visitId: string, name: string): NoteDoor {
  return {
    put: (words) => body(typed.PUT('/api/visits/{visitId}/note', { params: { path: { visitId } }, body: words })),
    read: async () => (await readNote(visitId)).note,
    remember: (words) => writeDraft(name, words),
    forget: () => forgetDraft(name),
  };
}

/** Signs what is kept: first everything that is on the page, and nothing that is not. */
export function useSign(visitId: string, keeper: Keeper) {
  const client = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const deed = useRef<{ what: string; key: string } | null>(null);
  const sign = async (reason: string): Promise<boolean> => {
    setState({ busy: true, error: null });
    try {
      await keeper.flush();
      const { version, state: kept, error } = keeper.now();
      if (kept !== 'kept') {
        setState({ busy: false, error });
        return false;
      }
      const signing = { version, ...(reason ? { reason } : {}) };
      const what = JSON.stringify(signing);
      if (deed.current?.what !== what) deed.current = { what, key: newKey() };
      const params = { path: { visitId }, header: keyed(deed.current.key) };
      keeper.moveOn(await body(typed.POST('/api/visits/{visitId}/note/sign', { params, body: signing })));
      await client.invalidateQueries();
      setState({ busy: false, error: null });
      return true;
    } catch (error) {
      setState({ busy: false, error });
      return false;
    }
  };
  return { sign, ...state };
}
