import { createStore } from './store';

describe('a store', () => {
  it('keeps its snapshot until something changed, and makes a new one then', () => {
    const store = createStore({ a: 1, b: 'x' });
    const first = store.getSnapshot();
    store.set({ a: 1 });
    expect(store.getSnapshot()).toBe(first);
    store.set({ a: 2 });
    expect(store.getSnapshot()).toEqual({ a: 2, b: 'x' });
    expect(first).toEqual({ a: 1, b: 'x' });
  });

  it('tells its listeners once for each change, until they unsubscribe', () => {
    const store = createStore({ a: 1 });
    let told = 0;
    const forget = store.subscribe(() => (told += 1));
    store.set({ a: 2 });
    store.set({ a: 2 });
    expect(told).toBe(1);
    forget();
    store.set({ a: 3 });
    expect(told).toBe(1);
  });
});
