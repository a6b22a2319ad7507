import { ApiError, heard, speak, spoken } from './client';
import { reach } from './reach';

const answers: (Response | Error)[] = [];
const fetched = jest.fn(async (_path: string, _init: RequestInit) => {
  const next = answers.shift() ?? new Error('nobody answers');
  if (next instanceof Error) throw next;
  return next;
});
const ask = (path: string) => heard(() => fetch(path, { headers: spoken() }));
const problem = (status: number, code: string, title: string) =>
  Response.json({ type: 'about:blank', title, status, code, requestId: 'r1' }, { status });

async function refused(): Promise<ApiError> {
  const error: unknown = await ask('/api/pages/home').then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

beforeEach(() => {
  jest.useFakeTimers();
  global.fetch = fetched as unknown as typeof fetch;
  answers.length = 0;
  fetched.mockClear();
});
afterEach(() => {
  reach.found();
  jest.useRealTimers();
});

describe('asking the server', () => {
  it("passes on the server's sentence and code", async () => {
    answers.push(problem(410, 'visit_cancelled', 'This visit was cancelled.'));
    const error = await refused();
    expect([error.code, error.status, error.message, error.passing]).toEqual([
      'visit_cancelled',
      410,
      'This visit was cancelled.',
      false,
    ]);
    expect(reach.isLost()).toBe(false);
  });

  it('takes silence, a broken proxy and 503 for something that passes', async () => {
    for (const answer of [
      new Error('offline'),
      new Response('bad gateway', { status: 502 }),
      problem(503, 'unavailable', ''),
    ]) {
      reach.found();
      answers.push(answer);
      expect((await refused()).passing).toBe(true);
      expect(reach.isLost()).toBe(true);
    }
  });

  it('knows of the server again as soon as one question is answered', async () => {
    answers.push(new Error('offline'));
    await refused();
    answers.push(Response.json({ ok: true }));
    await ask('/api/session');
    expect(reach.isLost()).toBe(false);
  });

  it('keeps asking by itself, ever more seldom, until the server is back', async () => {
    const heard = jest.fn();
    const forget = reach.subscribe(heard);
    reach.lost();
    await jest.advanceTimersByTimeAsync(1000);
    expect(fetched).toHaveBeenCalledTimes(1);
    answers.push(Response.json({}));
    await jest.advanceTimersByTimeAsync(1000);
    expect(fetched).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(500);
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(reach.isLost()).toBe(false);
    expect(heard).toHaveBeenCalledTimes(2);
    forget();
  });

  it('asks in the language that the page speaks', async () => {
    answers.push(Response.json({}));
    speak('vi-VN');
    await ask('/api/session');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ headers: { 'accept-language': 'vi-VN' } });
  });
});
