import { Standalone } from '../support/standalone';
import { tellTheVisit } from './visit';

let standalone: Standalone;
beforeAll(async () => {
  standalone = await Standalone.start();
}, 90_000);
afterAll(() => standalone?.stop());

tellTheVisit({ name: 'standalone', origin: () => standalone.origin });
