import { Plan } from './plan';

const hears = { sato: ['linh', 'hoa'], linh: ['sato'] };

describe('the plan of a room', () => {
  it('lets everything through before there is one', () => {
    const plan = new Plan();
    expect(plan.holds('sato', 'linh', 'microphone')).toBe(false);
    expect(plan.last).toBeNull();
  });

  it('holds back every microphone that it does not name, and every one for and of a seat that it does not know', () => {
    const plan = new Plan({ version: 1, hears, lingerMs: 0, screen: null });
    expect(plan.holds('sato', 'hoa', 'microphone')).toBe(false);
    expect(plan.holds('linh', 'hoa', 'microphone')).toBe(true);
    expect(plan.holds('mori', 'linh', 'microphone')).toBe(true);
    expect(plan.holds('sato', 'mori', 'microphone')).toBe(true);
  });

  it('holds back microphones alone', () => {
    const plan = new Plan({ version: 1, hears: {}, lingerMs: 0, screen: null });
    for (const source of ['camera', 'screen', 'screenSound'] as const) {
      expect(plan.holds('sato', 'linh', source)).toBe(false);
    }
  });

  it('admits the screen of who shows it, and everybody’s before there is one', () => {
    const plan = new Plan();
    expect(plan.admits('linh', 'screen')).toBe(true);
    plan.take({ version: 1, hears, lingerMs: 0, screen: 'sato' });
    for (const source of ['screen', 'screenSound'] as const) {
      expect(plan.admits('sato', source)).toBe(true);
      expect(plan.admits('linh', source)).toBe(false);
    }
    expect(plan.admits('linh', 'camera')).toBe(true);
  });

  it('ignores one that is not newer', () => {
    const plan = new Plan({ version: 5, hears, lingerMs: 0, screen: null });
    expect(plan.take({ version: 5, hears: {}, lingerMs: 0, screen: null })).toBe(false);
    expect(plan.take({ version: 4, hears: {}, lingerMs: 0, screen: null })).toBe(false);
    expect(plan.holds('sato', 'linh', 'microphone')).toBe(false);
    expect(plan.take({ version: 6, hears: {}, lingerMs: 0, screen: null })).toBe(true);
    expect(plan.holds('sato', 'linh', 'microphone')).toBe(true);
  });
});
