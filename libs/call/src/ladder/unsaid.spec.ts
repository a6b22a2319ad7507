import { CallFailure } from '../link/failure';
import { unsaidSteps, type StepChange } from './unsaid';

const low: StepChange = { side: 'down', step: 'low', cause: 'narrow' };
const audio: StepChange = { side: 'down', step: 'audio', cause: 'loss' };
const full: StepChange = { side: 'up', step: 'full', cause: 'better' };

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what the server is still to be told', () => {
  const said: (StepChange & { agoMs: number })[] = [];
  let refusal: CallFailure | null;
  let now = 0;
  const unsaid = () =>
    unsaidSteps((change) => {
      if (refusal) return Promise.reject(refusal);
      said.push(change);
      return Promise.resolve();
    }, clock);
  const clock = () => now;

  beforeEach(() => {
    said.length = 0;
    refusal = null;
    now = 0;
  });

  it('is said once, in its order, with how long ago it was', async () => {
    const steps = unsaid();
    steps.add(1000, low);
    steps.add(4000, audio);
    now = 5000;
    steps.say();
    await settled();
    now = 6000;
    steps.say();
    await settled();
    expect(said).toEqual([
      { ...low, agoMs: 4000 },
      { ...audio, agoMs: 1000 },
    ]);
  });

  it.each(['unavailable', 'seat_state', 'room_moved'] as const)('waits while it is refused with %s', async (code) => {
    const steps = unsaid();
    refusal = new CallFailure(code);
    steps.add(0, low);
    steps.add(10_000, audio);
    now = 20_000;
    steps.say();
    await settled();
    refusal = null;
    steps.add(60_000, full);
    now = 60_000;
    steps.say();
    await settled();
    expect(said.map(({ step, agoMs }) => [step, agoMs])).toEqual([
      ['low', 60_000],
      ['audio', 50_000],
      ['full', 0],
    ]);
  });

  it('is dropped where it will never be heard', async () => {
    const steps = unsaid();
    refusal = new CallFailure('message_malformed');
    steps.add(0, low);
    steps.say();
    await settled();
    refusal = null;
    now = 1000;
    steps.say();
    await settled();
    expect(said).toEqual([]);
  });

  it('is not said twice while an answer is awaited', async () => {
    let answer = () => undefined as void;
    const asked: StepChange[] = [];
    const steps = unsaidSteps((change) => {
      asked.push(change);
      return new Promise<void>((resolve) => (answer = resolve));
    }, clock);
    steps.add(0, low);
    steps.say();
    now = 1000;
    steps.say();
    expect(asked).toHaveLength(1);
    answer();
    await settled();
    now = 2000;
    steps.say();
    expect(asked).toHaveLength(1);
  });

  it('is said with its own time where it came while an answer was awaited', async () => {
    const answers: (() => void)[] = [];
    const steps = unsaidSteps((change) => {
      said.push(change);
      return new Promise<void>((resolve) => answers.push(resolve));
    }, clock);
    now = 1000;
    steps.add(1000, low);
    steps.say();
    now = 6000;
    steps.add(6000, audio);
    now = 7000;
    answers[0]?.();
    await settled();
    expect(said.map(({ step, agoMs }) => [step, agoMs])).toEqual([
      ['low', 0],
      ['audio', 1000],
    ]);
  });
});
