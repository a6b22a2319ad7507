import type { FileView } from '@okaeri/contracts';
import { forget, remember, unfinished } from './remembered';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

describe('files that were broken off', () => {
  beforeAll(() => Object.assign(globalThis, { sessionStorage: storage }));
  afterAll(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));

  const file = (values: Partial<FileView>) =>
    ({ fileId: 'f', name: 'knee.jpg', bytes: 9, state: 'receiving', mine: true, ...values }) as FileView;
  const chosen = { name: 'knee.jpg', size: 9 };

  it('go on where the same file is chosen', () => {
    expect(unfinished('v', chosen, [file({})])?.fileId).toBe('f');
    expect(unfinished('v', chosen, [file({ bytes: 8 }), file({ mine: false }), file({ state: 'ready' })])).toBeNull();
  });

  it('are known by the name that the device has', () => {
    const mended = [file({ name: 'mended.jpg' })];
    expect(unfinished('v', chosen, mended)).toBeNull();
    remember('v', chosen, 'f');
    expect(unfinished('v', chosen, mended)?.fileId).toBe('f');
    forget('v', 'f');
    expect(unfinished('v', chosen, mended)).toBeNull();
    expect(kept.size).toBe(0);
  });
});
