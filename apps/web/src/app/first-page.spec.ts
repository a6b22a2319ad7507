import { firstPageOf } from './first-page';

const place = { institutionId: '00000000-0000-4000-8000-000000000002', name: 'O', country: 'JP', zone: 'Asia/Tokyo' };

describe('the first page', () => {
  it('is the one of her work', () => {
    const first = (...roles: Parameters<typeof firstPageOf>[0]['roles']) =>
      firstPageOf({ roles, institutions: [{ ...place, roles: [] }] }, false);
    expect(first('patient')).toBe('home');
    expect(first('administrator')).toBe('people');
    expect(first('interpreter')).toBe('jobs');
    expect(first('administrator', 'coordinator')).toBe('board');
    expect(first('coordinator', 'physician')).toBe('today');
  });

  it('asks a steward without a hospital to name one', () => {
    expect(firstPageOf({ roles: ['patient'], institutions: [] }, true)).toBe('set-up');
    expect(firstPageOf({ roles: ['patient'], institutions: [] }, false)).toBe('home');
  });
});
