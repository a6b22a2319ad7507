import { Split } from '../support/split';
import { tellTheVisit } from './visit';

let split: Split;
beforeAll(async () => {
  split = await Split.start();
}, 90_000);
afterAll(() => split?.stop());

tellTheVisit({ name: 'two signaling, two sfu, one api and Redis', origin: () => split.origin });
