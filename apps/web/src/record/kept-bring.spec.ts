import { inOrder, keepBring, pathOf, printOf, readBring } from './kept-bring';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const file = (path: string, size = 1) => ({ name: path.split('/').at(-1) ?? '', size, webkitRelativePath: path });

describe('what was being brought', () => {
  beforeAll(() => Object.assign(globalThis, { sessionStorage: storage }));
  afterAll(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));

  it('is known again by its files, in whichever order they are listed', () => {
    const one = inOrder([file('CD/2.dcm', 5), file('CD/1.dcm', 7)]);
    const other = inOrder([file('CD/1.dcm', 7), file('CD/2.dcm', 5)]);
    expect(printOf(one)).toBe(printOf(other));
    expect(printOf(one)).not.toBe(printOf(inOrder([file('CD/1.dcm', 7)])));
    expect(pathOf({ name: 'CT.zip', size: 1, webkitRelativePath: '' })).toBe('CT.zip');
  });

  it('has nothing in it that a system leaves in every folder', () => {
    const files = ['CD/.DS_Store', 'CD/__MACOSX/1.dcm', 'CD/Thumbs.db', 'CD/DICOMDIR', 'CD/.hidden/1', 'CD/IM1'];
    expect(inOrder(files.map((path) => file(path))).map(pathOf)).toEqual(['CD/DICOMDIR', 'CD/IM1']);
  });

  it('stays in this tab until it has arrived', () => {
    expect(readBring('emily')).toBeNull();
    keepBring('emily', { batchId: 'b', print: 'p', done: 3, open: { 4: 'u' } });
    expect(readBring('emily')).toEqual({ batchId: 'b', print: 'p', done: 3, open: { 4: 'u' } });
    expect(readBring('linh')).toBeNull();
    keepBring('emily', null);
    expect(kept.size).toBe(0);
    kept.set('okaeri.draft.bring.emily', 'broken');
    expect(readBring('emily')).toBeNull();
  });
});
