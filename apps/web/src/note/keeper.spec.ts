import type { NoteView } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { Keeper } from './keeper';
import type { NoteDoor, NoteWords } from './keeper';

const words: NoteWords = { text: 'well', nextSteps: '', language: 'en' };
const start = { words, version: 1, savedWords: 'now' };

/** The server's part of it, played by its rules: one version after the other. */
class Server implements NoteDoor {
  version = 1;
  held: NoteWords = words;
  memory: (NoteWords & { version: number }) | null = null;
  away = false;

  async put({ version, ...next }: NoteWords & { version: number }): Promise<NoteView> {
    await Promise.resolve();
    if (this.away) throw new ApiError('unreachable', 0, '');
    if (version !== this.version) throw new ApiError('version_changed', 409, '');
    this.held = next;
    this.version += 1;
    return this.view();
  }
  read = async () => this.view();
  remember = (kept: NoteWords & { version: number }) => void (this.memory = kept);
  forget = () => void (this.memory = null);
  view = () => ({ draft: { ...this.held, version: this.version, savedWords: 'later' } }) as unknown as NoteView;
}

describe('keeping a note', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits for the last letter, and keeps what came while it was keeping', async () => {
    const server = new Server();
    const keeper = new Keeper(server, start, null);
    keeper.edit({ text: 'very well' });
    expect(server.memory).toMatchObject({ text: 'very well', version: 1 });
    await jest.advanceTimersByTimeAsync(1900);
    expect(server.version).toBe(1);
    const flushed = keeper.flush();
    keeper.edit({ text: 'very well indeed' });
    await flushed;
    expect(server.held.text).toBe('very well indeed');
    expect(keeper.now()).toMatchObject({ state: 'kept', version: 3, savedWords: 'later' });
    expect(server.memory).toBeNull();
  });

  it('tries again by itself while the server is away, and nothing is lost', async () => {
    const server = new Server();
    server.away = true;
    const keeper = new Keeper(server, start, null);
    keeper.edit({ text: 'away' });
    await jest.advanceTimersByTimeAsync(2100);
    expect(keeper.now().state).toBe('waiting');
    expect(server.memory?.text).toBe('away');
    server.away = false;
    await jest.advanceTimersByTimeAsync(3100);
    expect([keeper.now().state, server.held.text]).toEqual(['kept', 'away']);
  });

  it('shows both where another window has written', async () => {
    const server = new Server();
    const keeper = new Keeper(server, start, null);
    await server.put({ ...words, text: 'theirs', version: 1 });
    keeper.edit({ text: 'mine' });
    await keeper.flush();
    expect(keeper.now()).toMatchObject({ state: 'conflict', words: { text: 'mine' }, theirs: { text: 'theirs' } });
    keeper.keepMine();
    await keeper.flush();
    expect([keeper.now().state, server.held.text]).toEqual(['kept', 'mine']);
  });

  it('goes on with words that a reload would have lost', async () => {
    const server = new Server();
    const keeper = new Keeper(server, start, { ...words, text: 'typed before', version: 1 });
    await jest.advanceTimersByTimeAsync(1);
    expect([keeper.now().words.text, server.held.text]).toEqual(['typed before', 'typed before']);
    const late = new Keeper(server, { ...start, version: 2 }, { ...words, text: 'older', version: 1 });
    expect(late.now().state).toBe('conflict');
    late.takeTheirs();
    expect(late.now()).toMatchObject({ state: 'kept', words });
  });
});
