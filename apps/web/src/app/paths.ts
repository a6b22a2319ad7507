/** Every address of the web. `test/screens` reads this list and asks for pictures of each. */
export const paths = {
  start: '/',
  visit: '/visits/:visitId',
  check: '/check',
  anything: '*',
} as const;

/** Where one visit lives. */
export function visitPath(visitId: string): string {
  return paths.visit.replace(':visitId', visitId);
}
