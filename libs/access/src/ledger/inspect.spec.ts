import { contentOf, firstHash, sealOf } from './content';
import type { LedgerText } from './content';
import { Inspector } from './inspect';
import type { Sealed } from './inspect';

const rowOf = (id: number): LedgerText => ({
  ...{ id: String(id), at: '1795424400000000', actor: null, permission: 'visit.read', outcome: 'allowed' },
  ...{ entity: 'visit', entityId: null, patient: null, via: 'http', request: null, times: '1', purpose: null },
});

function chain(length: number): Sealed[] {
  let before = firstHash;
  return Array.from({ length }, (_, index) => {
    const row = rowOf(index + 101);
    before = sealOf(before, row);
    return { place: index + 1, rowId: row.id, hash: before, row };
  });
}

function look(sealed: readonly Sealed[], anchors: readonly Sealed[] = []) {
  const inspector = new Inspector();
  const anchorOf = ({ place, rowId, hash }: Sealed) => ({ place, row: rowId, hash: hash.toString('hex'), at: '' });
  for (const each of sealed) {
    inspector.see(each);
    for (const anchor of anchors) if (anchor.place === each.place) inspector.compare(anchorOf(anchor));
  }
  const last = anchors.at(-1);
  inspector.end(last ? anchorOf(last) : null);
  return inspector.findings;
}

describe('the spelling of a row', () => {
  it('is another for every other row, whatever its words hold', () => {
    const one = { ...rowOf(1), entity: 'visit', via: 'http' };
    const other = { ...rowOf(1), entity: 'visit;via:4:http', via: 'http' };
    expect(contentOf(one)).not.toBe(contentOf(other));
    expect(contentOf({ ...one, request: '' })).not.toBe(contentOf(one));
  });

  it('leaves out what is null, so that a field may be added', () => {
    expect(contentOf(rowOf(7))).toBe(
      'id:1:7;at:16:1795424400000000;permission:10:visit.read;outcome:7:allowed;entity:5:visit;via:4:http;times:1:1;',
    );
  });
});

describe('looking at a chain', () => {
  it('finds nothing where all is as it was', () => {
    const whole = chain(5);
    expect(look(whole, whole.slice(1, 4))).toEqual({ first: null, count: 0 });
    expect(look([])).toEqual({ first: null, count: 0 });
  });

  it('names the one row that was changed, and no other', () => {
    const rows = chain(5).map((each) =>
      each.place === 3 ? { ...each, row: { ...rowOf(103), outcome: 'refused' } } : each,
    );
    expect(look(rows)).toEqual({ first: { kind: 'changed', place: 3, until: 3, row: '103' }, count: 1 });
  });

  it('names the row that is gone', () => {
    const rows = chain(5).map((each) => (each.place === 2 ? { ...each, row: null } : each));
    expect(look(rows)).toEqual({ first: { kind: 'deleted', place: 2, until: 2, row: '102' }, count: 1 });
  });

  it('tells that seals were cut out, and after which row', () => {
    const rows = chain(6).filter(({ place }) => place !== 3 && place !== 4);
    expect(look(rows)).toEqual({ first: { kind: 'cut_out', place: 3, until: 4, row: '102' }, count: 1 });
  });

  it('tells that the end is gone by an anchor, and by nothing else', () => {
    const whole = chain(6);
    expect(look(whole.slice(0, 4)).count).toBe(0);
    expect(look(whole.slice(0, 4), whole)).toEqual({
      first: { kind: 'cut_off', place: 5, until: 6, row: '104' },
      count: 1,
    });
  });

  it('tells of a chain that was made anew between which anchors it changes', () => {
    const whole = chain(6);
    let before = firstHash;
    const anew = whole.map((each) => {
      const row = each.place === 3 ? { ...rowOf(103), permission: 'visit.cancel' } : rowOf(100 + each.place);
      before = sealOf(before, row);
      return { ...each, hash: before, row };
    });
    expect(look(anew).count).toBe(0);
    expect(
      look(
        anew,
        [whole[1], whole[4]].filter((each) => each !== undefined),
      ).first,
    ).toEqual({
      ...{ kind: 'rewritten', place: 3, until: 5, row: '102' },
    });
  });
});
