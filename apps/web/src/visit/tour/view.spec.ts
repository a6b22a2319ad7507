import { firstLook, moved, place, shareAt, turned, zoomed } from './view';

const page = { width: 1000, height: 500 };
const desk = { width: 800, height: 800 };
const phone = { width: 360, height: 300 };

describe('what is looked at in a tour', () => {
  it('is shown whole first, in the middle of any view', () => {
    expect(place(desk, page, firstLook)).toEqual({ width: 800, height: 400, left: 0, top: 200 });
    expect(place(phone, page, firstLook)).toEqual({ width: 360, height: 180, left: 0, top: 60 });
  });

  it('has the same point in the middle of a desk and of a phone', () => {
    const look = { page: 1, zoom: 4, x: 0.6, y: 0.5 };
    for (const view of [desk, phone]) {
      const [x, y] = shareAt(place(view, page, look), view.width / 2, view.height / 2) ?? [0, 0];
      expect(x).toBeCloseTo(0.6);
      expect(y).toBeCloseTo(0.5);
    }
  });

  it('never goes past an edge', () => {
    expect(place(desk, page, { page: 1, zoom: 4, x: 0, y: 1 })).toMatchObject({ left: 0, top: 800 - 1600 });
    expect(shareAt(place(desk, page, firstLook), 400, 10)).toBeNull();
  });

  it('keeps the point under the finger when it comes nearer, and is whole again when it goes back', () => {
    const near = zoomed(firstLook, 2, [0.75, 0.5]);
    expect(near).toMatchObject({ zoom: 2, x: 0.625, y: 0.5 });
    expect(zoomed(near, 100, null).zoom).toBe(8);
    expect(zoomed(near, 0.1, null)).toEqual(firstLook);
  });

  it('follows the hand and turns pages within the document', () => {
    const look = { page: 2, zoom: 2, x: 0.5, y: 0.5 };
    expect(moved(look, place(desk, page, look), 160, -80)).toMatchObject({ x: 0.4, y: 0.6 });
    expect(turned(look, 3, 3)).toEqual({ ...firstLook, page: 3 });
    expect(turned(look, 4, 3).page).toBe(3);
    expect(turned(look, 0, 3).page).toBe(1);
  });
});
