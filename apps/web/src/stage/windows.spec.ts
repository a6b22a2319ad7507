import { openWindow } from './windows';

const opened = jest.fn((_href: string, _name: string, _how: string): { focus: () => void } | null => ({
  focus: () => undefined,
}));
const place = global as unknown as { window: unknown };

beforeEach(() => {
  opened.mockClear();
  place.window = { open: opened, screen: { availWidth: 1600 } };
});
afterEach(() => {
  delete place.window;
});

describe("a person's own window", () => {
  it('is as large as a phone for a patient and as a desk for the others', () => {
    openWindow({ persona: 'emily', role: 'patient', href: 'http://emily.localhost/' });
    openWindow({ persona: 'sato', role: 'physician', href: 'http://sato.localhost/' });
    expect(opened.mock.calls.map(([, name, how]) => [name, /width=(\d+)/.exec(how)?.[1]])).toEqual([
      ['okaeri-emily', '412'],
      ['okaeri-sato', '1180'],
    ]);
  });

  it('leaves the click to the link where the browser opens none', () => {
    opened.mockReturnValueOnce(null);
    expect(openWindow({ persona: 'emily', role: 'patient', href: 'http://emily.localhost/' })).toBe(false);
  });
});
