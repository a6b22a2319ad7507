import type { Locale, NoteView } from '@okaeri/contracts';
import { ApiError } from '../api/client';

export interface NoteWords {
  text: string;
  nextSteps: string;
  language: Locale;
}

export interface Kept {
  words: NoteWords;
  /** The one on the server that these words build on; 0 for none. */
  version: number;
  state: 'kept' | 'changed' | 'saving' | 'waiting' | 'conflict' | 'failed';
  savedWords: string;
  /** What another window has kept meanwhile. */
  theirs: (NoteWords & { version: number }) | null;
  error: ApiError | null;
}

export interface NoteDoor {
  put: (words: NoteWords & { version: number }) => Promise<NoteView>;
  read: () => Promise<NoteView | null>;
  /** This tab's own memory, in which words stay that the server has not got. */
  remember: (words: NoteWords & { version: number }) => void;
  forget: () => void;
}

const restMs = 2000;
const againMs = 3000;

const same = (a: NoteWords, b: NoteWords) =>
  a.text === b.text && a.nextSteps === b.nextSteps && a.language === b.language;

/**
 * Keeps what is written two seconds after the last letter, one request at a time. What is on the page is never replaced
 * by what comes back: where another window has written, both are shown, and the writer chooses.
 */
export class Keeper {
  readonly #listeners = new Set<() => void>();
  #now: Kept;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;

  constructor(
    private readonly door: NoteDoor,
    start: { words: NoteWords; version: number; savedWords: string },
    remembered: (NoteWords & { version: number }) | null,
  ) {
    this.#now = { ...start, state: 'kept', theirs: null, error: null };
    if (!remembered || same(remembered, start.words)) return;
    const { version, ...words } = remembered;
    if (version === start.version) {
      this.#now = { ...this.#now, words, state: 'changed' };
      this.#soon(0);
    } else {
      this.#now = { ...this.#now, words, state: 'conflict', theirs: { ...start.words, version: start.version } };
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly now = (): Kept => this.#now;

  edit(change: Partial<NoteWords>): void {
    const words = { ...this.#now.words, ...change };
    this.door.remember({ ...words, version: this.#now.version });
    const conflict = this.#now.state === 'conflict';
    this.#set({ words, ...(conflict ? {} : { state: 'changed', error: null }) });
    if (!conflict) this.#soon(restMs);
  }

  /** At once; answers when nothing is left to keep, or when it cannot be kept now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (this.#now.state !== 'changed' && this.#now.state !== 'waiting') return;
    this.#saving = this.#save().finally(() => {
      this.#saving = null;
    });
    await this.#saving;
    if (this.#now.state === 'changed') await this.flush();
  }

  /** Her words replace the other window's. */
  keepMine(): void {
    const { theirs } = this.#now;
    if (!theirs) return;
    this.door.remember({ ...this.#now.words, version: theirs.version });
    this.#set({ version: theirs.version, theirs: null, state: 'changed' });
    void this.flush();
  }

  takeTheirs(): void {
    const { theirs } = this.#now;
    if (!theirs) return;
    const { version, ...words } = theirs;
    this.door.forget();
    this.#set({ words, version, theirs: null, state: 'kept' });
  }

  /** After signing: the note went on by a version, with the same words. */
  moveOn(note: NoteView): void {
    if (note.draft) this.#set({ version: note.draft.version, savedWords: note.draft.savedWords, state: 'kept' });
    this.door.forget();
  }

  stop(): void {
    clearTimeout(this.#timer);
    void this.flush();
  }

  async #save(): Promise<void> {
    const { words, version } = this.#now;
    this.#set({ state: 'saving' });
    try {
      const note = await this.door.put({ ...words, version });
      const kept = { version: note.draft?.version ?? version, savedWords: note.draft?.savedWords ?? '' };
      const changed = !same(this.#now.words, words);
      if (changed) this.door.remember({ ...this.#now.words, version: kept.version });
      else this.door.forget();
      this.#set({ ...kept, state: changed ? 'changed' : 'kept' });
    } catch (error) {
      await this.#trouble(error);
    }
  }

  async #trouble(error: unknown): Promise<void> {
    if (!(error instanceof ApiError)) throw error;
    if (error.passing) {
      this.#set({ state: 'waiting' });
      this.#soon(againMs);
      return;
    }
    if (error.code !== 'version_changed' && error.code !== 'note_signed') {
      this.#set({ state: 'failed', error });
      return;
    }
    const note = await this.door.read().catch(() => null);
    const theirs = note?.draft;
    if (theirs) this.#set({ state: 'conflict', theirs });
    else this.#set({ state: 'failed', error });
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #set(values: Partial<Kept>): void {
    this.#now = { ...this.#now, ...values };
    for (const listener of this.#listeners) listener();
  }
}
