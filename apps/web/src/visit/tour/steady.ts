/** At most one in so many milliseconds, the newest always told in the end. */
export interface Steady {
  (): void;
  stop(): void;
}

export function steady(everyMs: number, tell: () => void): Steady {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let again = false;
  const out = () => {
    tell();
    timer = setTimeout(() => {
      timer = null;
      if (!again) return;
      again = false;
      out();
    }, everyMs);
  };
  const ask: Steady = () => {
    if (timer === null) out();
    else again = true;
  };
  ask.stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    again = false;
  };
  return ask;
}
