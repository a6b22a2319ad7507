/** Every address of the web. `test/screens` reads this list and asks for pictures of each. */
export const paths = {
  start: '/',
  link: '/link',
  welcome: '/welcome',
  getReady: '/get-ready/:visitId',
  visit: '/visits/:visitId',
  note: '/visits/:visitId/note',
  quality: '/visits/:visitId/quality',
  check: '/check',
  myVisits: '/my-visits',
  myFiles: '/my-files',
  looked: '/who-looked',
  record: '/record',
  recordOf: '/patients/:personId/record',
  images: '/patients/:personId/images/:seriesId',
  sharing: '/sharing',
  shl: '/shl',
  glass: '/emergency',
  today: '/today',
  board: '/board',
  ready: '/ready',
  clocks: '/clocks',
  statistics: '/statistics',
  case: '/cases/:episodeId',
  thread: '/cases/:episodeId/messages',
  times: '/cases/:episodeId/times',
  moveTimes: '/visits/:visitId/times',
  schedule: '/cases/:episodeId/schedule',
  book: '/cases/:episodeId/book',
  series: '/cases/:episodeId/series',
  hours: '/hours',
  hoursOf: '/hours/:resourceId',
  register: '/register',
  people: '/people',
  settings: '/settings',
  inbox: '/inbox',
  mailbox: '/mailbox',
  mail: '/mailbox/:mailId',
  outbox: '/outbox',
  anything: '*',
} as const;

/** Where one visit lives. */
export function visitPath(visitId: string): string {
  return paths.visit.replace(':visitId', visitId);
}

export function getReadyPath(visitId: string): string {
  return paths.getReady.replace(':visitId', visitId);
}

export function notePath(visitId: string): string {
  return paths.note.replace(':visitId', visitId);
}

/** How the links of a visit were. */
export function qualityPath(visitId: string): string {
  return paths.quality.replace(':visitId', visitId);
}

/** Everything about one patient's treatment. */
export function casePath(episodeId: string): string {
  return paths.case.replace(':episodeId', episodeId);
}

/** Somebody else's record, for those who look after her. */
export function recordPath(personId: string): string {
  return paths.recordOf.replace(':personId', personId);
}

/** The pictures of one series of hers. */
export function imagesPath(personId: string, seriesId: string): string {
  return paths.images.replace(':personId', personId).replace(':seriesId', seriesId);
}

export function threadPath(episodeId: string): string {
  return paths.thread.replace(':episodeId', episodeId);
}

/** When somebody can be had. */
export function hoursPath(resourceId: string): string {
  return paths.hoursOf.replace(':resourceId', resourceId);
}

/** Where a patient chooses her own time. */
export function timesPath(episodeId: string): string {
  return paths.times.replace(':episodeId', episodeId);
}

/** Where she chooses another time for a visit of hers. */
export function moveTimesPath(visitId: string): string {
  return paths.moveTimes.replace(':visitId', visitId);
}

/** Where a time for several people is found. `move`: the visit that gets another one instead of a new visit. */
export function schedulePath(episodeId: string, move?: string): string {
  return paths.schedule.replace(':episodeId', episodeId) + moved(move);
}

/** Where a time is set by hand. */
export function bookPath(episodeId: string, move?: string): string {
  return paths.book.replace(':episodeId', episodeId) + moved(move);
}
/** Where visits are booked that come again every so many weeks. */
export function seriesPath(episodeId: string): string {
  return paths.series.replace(':episodeId', episodeId);
}
const moved = (visitId: string | undefined) => (visitId ? `?move=${visitId}` : '');

export function mailPath(mailId: string): string {
  return paths.mail.replace(':mailId', mailId);
}
