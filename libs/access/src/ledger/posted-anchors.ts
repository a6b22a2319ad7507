import type { Anchor, Anchors } from './anchors';

/** A server that takes longer has not got it. */
const patienceMs = 10_000;

/**
 * Also hands each anchor to a server elsewhere, by a POST of what the file gets as a line. One that got lost is missed by
 * nobody: the next one speaks for all rows before it. What that server kept is looked at as a file of its own.
 */
export class PostedAnchors implements Anchors {
  constructor(
    private readonly kept: Anchors,
    private readonly to: { url: string; token: string | undefined },
  ) {}

  async append(anchor: Anchor): Promise<void> {
    await this.kept.append(anchor);
    const { url, token } = this.to;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(anchor),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The server that keeps anchors answered ${response.status}.`);
  }

  last(): Promise<Anchor | null> {
    return this.kept.last();
  }

  all(): AsyncIterable<Anchor | null> {
    return this.kept.all();
  }
}
