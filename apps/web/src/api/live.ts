import { useEffect, useRef } from 'react';
import type { Socket } from 'socket.io-client';
import type { Topic } from '@okaeri/contracts';

export interface Watched {
  topic: Topic;
  id: string;
}

/** The gateway takes as many topics in one question. */
const topicLimit = 16;

let socket: Promise<Socket> | null = null;
const watchers = new Set<{ topics: readonly Watched[]; wake: () => void }>();

function wanted(): Watched[] {
  const all = new Map<string, Watched>();
  for (const watcher of watchers) {
    for (const one of watcher.topics) all.set(`${one.topic}:${one.id}`, one);
  }
  return [...all.values()].slice(0, topicLimit);
}

async function open(): Promise<Socket> {
  const { io } = await import('socket.io-client');
  const made = io({ path: '/socket', transports: ['websocket'], withCredentials: true });
  let connectedBefore = false;
  made.on('connect', () => {
    made.emit('notices.watch', { topics: wanted() });
    // What happened while it was away was told to nobody: read everything again.
    if (connectedBefore) for (const watcher of watchers) watcher.wake();
    connectedBefore = true;
  });
  made.on('notice', (notice: { topic: Topic; id: string }) => {
    for (const watcher of watchers) {
      if (watcher.topics.some((one) => one.topic === notice.topic && one.id === notice.id)) watcher.wake();
    }
  });
  return made;
}

function watchAgain(): void {
  if (watchers.size === 0) {
    const closing = socket;
    socket = null;
    void closing?.then((opened) => opened.disconnect());
    return;
  }
  socket ??= open();
  void socket.then((opened) => {
    if (opened.connected) opened.emit('notices.watch', { topics: wanted() });
  });
}

/** Calls `wake` when the server says that one of the topics changed. It says no more than that: fetch again. */
export function useNotices(topics: readonly Watched[], wake: () => void): void {
  const latest = useRef(wake);
  useEffect(() => {
    latest.current = wake;
  });
  const key = topics.map((one) => `${one.topic}:${one.id}`).join(' ');
  useEffect(() => {
    if (key === '') return;
    const watcher = {
      topics: key.split(' ').map((one) => {
        const [topic, id] = one.split(':') as [Topic, string];
        return { topic, id };
      }),
      wake: () => latest.current(),
    };
    watchers.add(watcher);
    watchAgain();
    return () => {
      watchers.delete(watcher);
      // A page that follows at once keeps the connection.
      setTimeout(watchAgain, 0);
    };
  }, [key]);
}
