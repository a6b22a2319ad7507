import { gunzipSync } from 'node:zlib';
import product from '../../libs/chart/definitions.json';
import { madeOfPackages } from './make.mjs';

describe('what is known of FHIR', () => {
  it('is what `npm run fhir` makes of the packages of today', () => {
    const kept = JSON.parse(gunzipSync(Buffer.from(product.packed, 'base64')).toString('utf8'));
    // Compared as a text: a difference would otherwise be told over half a megabyte.
    expect(JSON.stringify(kept) === JSON.stringify(madeOfPackages())).toBe(true);
  }, 30_000);
});
