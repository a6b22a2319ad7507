import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { refuseCrowds } from './crowds';

const bytes = 'application/octet-stream';

describe('requests that bring bytes', () => {
  const ask = (handler: ReturnType<typeof refuseCrowds>, method: string, type: string) => {
    const response = new EventEmitter();
    const answers: unknown[] = [];
    const request = { method, headers: { 'content-type': type } } as Request;
    void handler(request, response as unknown as Response, (error?: unknown) => answers.push(error));
    return { said: answers[0], end: () => response.emit('close') };
  };

  it('are let in up to so many at a time; the next is told to come again, and is let in once one is over', () => {
    const handler = refuseCrowds(2);
    const [first, second, third] = [1, 2, 3].map(() => ask(handler, 'PUT', bytes));
    expect([first?.said, second?.said]).toEqual([undefined, undefined]);
    expect(third?.said).toMatchObject({ code: 'too_many', values: { retryAfter: 2 } });
    third?.end();
    expect(ask(handler, 'PUT', bytes).said).toMatchObject({ code: 'too_many' });
    first?.end();
    expect(ask(handler, 'PUT', bytes).said).toBeUndefined();
  });

  it('keep nobody out who brings none', () => {
    const handler = refuseCrowds(0);
    expect(ask(handler, 'GET', bytes).said).toBeUndefined();
    expect(ask(handler, 'PUT', 'application/json').said).toBeUndefined();
    expect(ask(handler, 'PUT', bytes).said).toMatchObject({ code: 'too_many' });
  });
});
