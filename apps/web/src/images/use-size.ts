import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './view';

/** How large an element is on the page, and becomes. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const read = () => setSize({ width: watched.clientWidth, height: watched.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
