import { twoWindows } from '../faults/t14';
import { browserCanary } from '../faults/t29';

/** The faults of this house that must never happen; `npm run faults` also holds their seconds to account. */
const quiet = () => undefined;
jest.setTimeout(300_000);

it('joins ten times out of ten, with sound and picture both ways (T29)', async () => {
  expect((await browserCanary(quiet)).ours).toMatchObject({ joined: 10 });
});

it('never shows or sounds a person twice while ten windows take over from one another (T14)', async () => {
  expect((await twoWindows(quiet)).ours).toMatchObject({ doubles: 0 });
});
