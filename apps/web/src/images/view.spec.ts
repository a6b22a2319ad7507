import { fitted, lengthOf, moved, place, toFrame, toPicture, zoomed } from './view';

const frame = { width: 360, height: 400 };
const picture = { width: 512, height: 512 };

describe('where a picture lies', () => {
  it('is in the middle, as large as the frame allows', () => {
    expect(place(frame, picture, null, fitted)).toEqual({ left: 0, top: 20, across: 360 / 512, down: 360 / 512 });
  });

  it('has the shape of the body where rows lie further apart', () => {
    const { across, down } = place(frame, { width: 512, height: 128 }, { row: 2, column: 0.5 }, fitted);
    expect(down / across).toBeCloseTo(4);
  });

  it('stays under the fingers while it grows', () => {
    const at = { x: 100, y: 300 };
    const before = toPicture(place(frame, picture, null, fitted), at);
    const view = zoomed(fitted, 2.5, at, frame);
    const after = toPicture(place(frame, picture, null, view), at);
    expect([after.x, after.y].map(Math.round)).toEqual([before.x, before.y].map(Math.round));
    expect(toFrame(place(frame, picture, null, view), after)).toEqual({
      x: expect.closeTo(100) as number,
      y: expect.closeTo(300) as number,
    });
  });

  it('does not leave the frame, and is whole again at its first size', () => {
    const view = moved(zoomed(fitted, 3, { x: 180, y: 200 }, frame), 10_000, -10_000, frame);
    expect([view.x, view.y]).toEqual([540, -600]);
    expect(zoomed(view, 0.01, { x: 0, y: 0 }, frame)).toEqual(fitted);
    expect(zoomed(fitted, 1000, { x: 0, y: 0 }, frame).zoom).toBe(12);
  });
});

describe('a length', () => {
  const line = { a: { x: 10, y: 10 }, b: { x: 40, y: 50 } };

  it('is in millimetres where the file says how far its points are apart', () => {
    expect(lengthOf(line, { row: 0.5, column: 0.5 })).toEqual({ length: 25, unit: 'mm' });
    expect(lengthOf({ a: line.a, b: { x: 10, y: 50 } }, { row: 2, column: 0.5 })).toEqual({ length: 80, unit: 'mm' });
  });

  it('is in points of the picture where it does not', () => {
    expect(lengthOf(line, null)).toEqual({ length: 50, unit: 'px' });
  });
});
