/** Every question that `requireAccess` can be asked. What it takes to be allowed is said in libs/access. */
export const permissions = [
  'self.read',
  'self.update',
  'home.read',
  'day.read',
  'visit.read',
  'visit.enter',
  'visit.admit',
  'visit.remove',
  'visit.leave',
  'visit.end',
  'visit.cancel',
  'visit.media',
  'check.run',
  'notices.watch',
] as const;
export type Permission = (typeof permissions)[number];
