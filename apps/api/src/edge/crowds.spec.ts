import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Problem } from '@okaeri/contracts';
import { Turns } from '@okaeri/access';
import { Metrics } from '@okaeri/runtime';
import express from 'express';
import { refuseCrowds } from './crowds';

/** A server whose requests stay under way until they are told to end. */
async function houseFor(most: number) {
  const turns = new Turns();
  const metrics = new Metrics('api');
  const came = jest.spyOn(turns, 'came');
  const underWay: (() => void)[] = [];
  const arrived: (() => void)[] = [];
  const app = express();
  app.use(refuseCrowds(most, turns, metrics));
  app.use((_, response) => {
    underWay.push(() => response.end('kept'));
    arrived.shift()?.();
  });
  const server = app.listen(0);
  const { port } = server.address() as AddressInfo;
  const ask = (method: string, type: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const outgoing = request(
        { port, method, agent: false, headers: { 'content-type': type, ...headers } },
        async (incoming) => {
          let body = '';
          for await (const chunk of incoming) body += String(chunk);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
        },
      );
      outgoing.on('error', reject);
      outgoing.end('a piece');
    });
  const letIn = async (method: string, type: string) => {
    const inside = new Promise<void>((resolve) => arrived.push(resolve));
    const answer = ask(method, type);
    await inside;
    return { answer, end: underWay.pop() ?? (() => undefined) };
  };
  return { ask, letIn, came, metrics, close: () => server.close() };
}

const bytes = 'application/octet-stream';

describe('requests that bring bytes', () => {
  it('are let in up to so many at a time; the next is told in her language to come again, and is let in once one is over', async () => {
    const house = await houseFor(2);
    try {
      const first = await house.letIn('PUT', bytes);
      const second = await house.letIn('PUT', bytes);
      const third = await house.ask('PUT', bytes, { 'accept-language': 'ja', 'x-request-id': 'abcdefgh' });
      expect(third).toMatchObject({
        status: 429,
        headers: {
          'content-type': 'application/problem+json',
          'content-language': 'ja-JP',
          'retry-after': '2',
          'x-request-id': 'abcdefgh',
        },
      });
      const problem = JSON.parse(third.body) as Problem;
      expect(problem).toMatchObject({ code: 'too_many', requestId: 'abcdefgh' });
      expect(problem.title).toMatch(/[ぁ-ん]/);
      first.end();
      expect((await first.answer).body).toBe('kept');
      const fourth = await house.letIn('PUT', bytes);
      for (const { end, answer } of [second, fourth]) {
        end();
        expect((await answer).body).toBe('kept');
      }
      // Who is sent away is part of the crowd, too.
      expect(house.came).toHaveBeenCalledTimes(4);
      expect(await house.metrics.text()).toContain('route="(crowd)",status="429"');
    } finally {
      house.close();
    }
  });

  it('keep nobody out who brings none', async () => {
    const house = await houseFor(0);
    try {
      for (const [method, type] of [
        ['POST', bytes],
        ['PUT', 'application/json'],
      ] as const) {
        const inside = await house.letIn(method, type);
        inside.end();
        expect((await inside.answer).status).toBe(200);
      }
      expect((await house.ask('PUT', bytes)).status).toBe(429);
    } finally {
      house.close();
    }
  });
});
