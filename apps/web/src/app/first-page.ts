import type { Me } from '@okaeri/contracts';

export type FirstPage = 'home' | 'today' | 'board' | 'jobs' | 'people' | 'set-up';

/** Where somebody's work begins, by what she does; who does several begins with the most urgent. */
export function firstPageOf({ roles, institutions }: Pick<Me, 'roles' | 'institutions'>, steward: boolean): FirstPage {
  const is = (role: Me['roles'][number]) => roles.includes(role);
  if (is('physician')) return 'today';
  if (is('coordinator')) return 'board';
  if (is('interpreter')) return 'jobs';
  if (is('administrator')) return 'people';
  return steward && institutions.length === 0 ? 'set-up' : 'home';
}
