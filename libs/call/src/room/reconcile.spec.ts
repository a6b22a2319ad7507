import type { ConsumerOffer } from '@okaeri/contracts';
import { planConsumers, planProducers } from './reconcile';

const offer = (id: string, more: Partial<ConsumerOffer> = {}) => ({ id, ...more }) as ConsumerOffer;

describe('planConsumers', () => {
  it('closes what vanished, opens what is new, keeps the rest', () => {
    const plan = planConsumers(['a', 'b'], [offer('b', { producerPaused: true }), offer('c')]);
    expect(plan.close).toEqual(['a']);
    expect(plan.open).toEqual([offer('c')]);
    expect(plan.refresh).toEqual([offer('b', { producerPaused: true })]);
  });

  it('does nothing when nothing happened', () => {
    expect(planConsumers([], [])).toEqual({ close: [], open: [], refresh: [] });
  });
});

describe('planProducers', () => {
  const microphone = { source: 'microphone' as const, id: 'm1', paused: false };
  const camera = { source: 'camera' as const, id: 'c1', paused: false };

  it('leaves alone what both sides know', () => {
    expect(planProducers([microphone, camera], [microphone, camera])).toEqual({ renew: [], close: [], pause: [] });
  });

  it('makes anew what the server lost', () => {
    expect(planProducers([microphone, camera], [microphone])).toEqual({ renew: ['camera'], close: [], pause: [] });
  });

  it('closes there what is not sent any more, unless a new one replaces it', () => {
    expect(planProducers([microphone], [microphone, { ...camera, id: 'c0' }]).close).toEqual(['c0']);
    expect(planProducers([camera], [{ ...camera, id: 'c0' }])).toEqual({ renew: ['camera'], close: [], pause: [] });
  });

  it('carries over what she muted while the connection was gone', () => {
    expect(planProducers([{ ...microphone, paused: true }], [microphone]).pause).toEqual([{ id: 'm1', paused: true }]);
  });
});
