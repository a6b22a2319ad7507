import type { Page } from 'playwright-core';

/** Tells when the connection over which a page's call is signalled is lost. A page has others as well. */
export class Line {
  #lost = false;

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      let signals = false;
      socket.on('framesent', ({ payload }) => (signals ||= /"visit\.(enter|resume)"/.test(payload.toString())));
      socket.on('close', () => (this.#lost ||= signals));
    });
  }

  /** Whether it was, since this was asked before. */
  takeLost(): boolean {
    const lost = this.#lost;
    this.#lost = false;
    return lost;
  }
}
