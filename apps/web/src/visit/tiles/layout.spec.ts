import { columnsOf, drawnWidth, fits, layoutOf } from './layout';
import type { Placed } from './layout';

const patient: Placed = { seatId: 'p', role: 'patient' };
const physician: Placed = { seatId: 'd', role: 'physician' };
const interpreter: Placed = { seatId: 'i', role: 'interpreter' };
const family: Placed = { seatId: 'g', role: 'guest' };

describe('who is large', () => {
  it('is the other person, with the interpreter beside', () => {
    expect(layoutOf('physician', [patient, interpreter])).toEqual({ large: ['p'], small: ['i'] });
    expect(layoutOf('patient', [physician, interpreter])).toEqual({ large: ['d'], small: ['i'] });
  });

  it('is both sides for the interpreter herself', () => {
    expect(layoutOf('interpreter', [patient, physician])).toEqual({ large: ['p', 'd'], small: [] });
  });

  it('is the interpreter while nobody else is here', () => {
    expect(layoutOf('patient', [interpreter])).toEqual({ large: ['i'], small: [] });
  });

  it('is nobody beside what is shown to everybody', () => {
    expect(layoutOf('patient', [physician, interpreter], true)).toEqual({ large: [], small: ['d', 'i'] });
  });

  it('is the physician for who sits beside the patient', () => {
    expect(layoutOf('guest', [patient, physician], false, 'p')).toEqual({ large: ['d'], small: ['p'] });
    expect(layoutOf('guest', [patient], false, 'p')).toEqual({ large: ['p'], small: [] });
  });

  it('keeps the order in which it was told', () => {
    expect(layoutOf('physician', [family, interpreter, patient]).large).toEqual(['g', 'p']);
  });
});

describe('columns', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [3, 2, 1],
    [4, 2, 2],
    [5, 3, 2],
    [9, 3, 2],
    [12, 4, 2],
  ])('for %i people: %i on a desk, %i on a phone', (count, wide, upright) => {
    expect(columnsOf(count, { width: 1100, height: 740 })).toBe(wide);
    expect(columnsOf(count, { width: 360, height: 560 })).toBe(upright);
  });

  it('are one for two faces above an interpreter’s row of a phone', () => {
    expect(columnsOf(2, { width: 360, height: 330 })).toBe(1);
  });
});

describe('a picture in a tile', () => {
  it('fills it, a wide picture on an upright phone too', () => {
    expect(fits({ width: 360, height: 640 }, { width: 1280, height: 720 })).toBe('cover');
    expect(fits({ width: 1140, height: 790 }, { width: 1280, height: 720 })).toBe('cover');
  });

  it('is shown whole where an upright one would lose most of itself', () => {
    expect(fits({ width: 1140, height: 790 }, { width: 480, height: 640 })).toBe('contain');
  });

  it('fills while sizes are unknown', () => {
    expect(fits({ width: 0, height: 0 }, { width: 0, height: 0 })).toBe('cover');
  });
});

describe('the width that is asked for', () => {
  it('is the tile’s where the picture is as wide as the tile', () => {
    expect(drawnWidth({ width: 1280, height: 700 }, { width: 640, height: 360 })).toBe(1280);
  });

  it('is that of the whole picture where its sides are cut off', () => {
    expect(drawnWidth({ width: 360, height: 640 }, { width: 1280, height: 720 })).toBeCloseTo(1138, 0);
    expect(drawnWidth({ width: 360, height: 640 }, { width: 0, height: 0 })).toBeCloseTo(1138, 0);
  });

  it('is less than the tile where the picture is shown whole', () => {
    expect(drawnWidth({ width: 1140, height: 790 }, { width: 480, height: 640 })).toBeCloseTo(592.5, 1);
  });

  it('is nothing for what is not shown', () => {
    expect(drawnWidth({ width: 0, height: 0 }, { width: 640, height: 360 })).toBe(0);
  });
});
