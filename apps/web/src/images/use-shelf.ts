import { useEffect, useState, useSyncExternalStore } from 'react';
import { reach } from '../api/reach';
import type { Item } from './items';
import { SeriesFiles } from './series-files';
import { Shelf } from './shelf';

const nothing = () => () => undefined;
const still = () => 0;

/** The pictures of a series, for as long as they are looked at. */
export function useShelf(items: readonly Item[], at: number): Shelf | null {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  useEffect(() => {
    const files = new SeriesFiles();
    const made = new Shelf(items.length, (item, signal) => {
      const one = items[item];
      return one ? files.picture(one, signal) : Promise.reject(new Error(`There is no picture ${item}.`));
    });
    setShelf(made);
    const stop = reach.subscribe(() => {
      if (!reach.isLost()) made.again();
    });
    return () => {
      stop();
      made.close();
      files.close();
    };
  }, [items]);
  useEffect(() => shelf?.want(at), [shelf, at]);
  useSyncExternalStore(shelf?.subscribe ?? nothing, shelf?.seen ?? still);
  return shelf;
}
