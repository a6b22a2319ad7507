import { randomInt, randomUUID } from 'node:crypto';
import { recordCategories } from '@okaeri/contracts';
import type { Cast } from '../access-cast';
import type { ActorName } from './columns';

export const absent = '00000000-0000-4000-8000-000000000000';

/** A path of the document with the ids of the cast in it. */
export function pathOf(template: string, cast: Cast, actor: ActorName): string {
  const ids: Record<string, string> = {
    ...cast.ids,
    visitId: cast.visitId,
    personId: cast.patientId,
    sessionId: cast.people[actor]?.sessionId ?? absent,
    role: 'physician',
  };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? absent);
}

const wall = { date: '2031-06-03', time: '19:00', zone: 'Asia/Tokyo', minutes: 30 };
const browserKeys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) };
const unknownToken = `s.${'A'.repeat(43)}`;
const patient = {
  ...{ name: 'New One', nameLatin: 'New One', birthDate: '1960-01-02', place: 'Toronto', country: 'CA' },
  ...{ zone: 'America/Toronto', language: 'en', email: 'new@canary.example', phone: '+1 416 555 0177' },
};

/** Bodies that the schemas accept, and that somebody of the cast may send. */
export function bodyOf(route: string, cast: Cast): unknown {
  const { institutionId, episodeId, otherPatientId, messageId } = cast.ids;
  const team = [cast.people.physician?.id];
  const series = {
    ...{ ...wall, time: '21:00', episodeId, physicianId: team[0], interpreter: null },
    ...{ everyWeeks: 4, times: 2, keeps: 'patient' },
  };
  const bodies: Record<string, unknown> = {
    'POST /api/demo/sign-in': { persona: 'emily' },
    'POST /api/demo/code': { code: 'WRONG1' },
    'PUT /api/me/language': { language: 'en' },
    // People.
    'POST /api/sign-in': { email: 'nobody@canary.example' },
    'POST /api/links/look': { token: unknownToken },
    'POST /api/links/redeem': { token: unknownToken },
    'POST /api/links/code': { token: unknownToken },
    'POST /api/links/confirm': { token: unknownToken, code: '123456' },
    'POST /api/me/calendars': { kind: 'ics', url: 'http://127.0.0.1/calendar.ics' },
    'PUT /api/me/calendars/{linkId}/writes': { writes: false },
    'POST /api/me/inbox/read': { messageIds: [absent] },
    'POST /api/me/push': { endpoint: 'https://push.canary.example/send/1', keys: browserKeys },
    'POST /api/me/push/end': { endpoint: 'https://push.canary.example/send/2' },
    'POST /api/sms/receipts': { reference: absent, state: 'delivered' },
    'PUT /api/me/settings': { language: 'en', zone: 'Asia/Tokyo', reminders: [10] },
    'POST /api/me/welcome': { name: 'Test', nameLatin: 'Test', language: 'en', zone: 'Asia/Tokyo' },
    'POST /api/institutions': hospital,
    'PUT /api/institutions/{institutionId}': hospital,
    'POST /api/invitations': {
      ...{ institutionId, role: 'interpreter', email: `${randomUUID()}@canary.example`, name: 'Test' },
      ...{ nameLatin: 'Test', language: 'ja', zone: 'Asia/Tokyo', languages: ['ja', 'en'] },
    },
    'POST /api/patients': {
      ...patient,
      episode: { institutionId, title: 'Follow-up', team },
      invite: false,
    },
    'PUT /api/patients/{personId}': { ...patient, version: 1 },
    'POST /api/institutions/{institutionId}/glass': {
      ...{ name: 'Nobody', birthDate: '1960-01-02', reason: 'Brought in unconscious' },
    },
    'POST /api/glass/{glassId}/review': { justified: true },
    'POST /api/patients/{personId}/merge': { different: otherPatientId },
    // Booking.
    'POST /api/visits/preview': { ...wall, episodeId, personIds: team },
    'POST /api/visits': { ...wall, episodeId, physicianId: team[0], interpreter: null },
    'POST /api/visits/series': series,
    'POST /api/visits/series/preview': series,
    'POST /api/visits/hold': { ...wall, date: '2031-06-04', episodeId, physicianId: team[0] },
    'POST /api/visits/{visitId}/asks': { personIds: [cast.people.interpreter?.id], languages: ['ja', 'en'] },
    'POST /api/asks/{askId}/answer': { answer: 'accept' },
    'POST /api/visits/{visitId}/tasks': {
      ...{ title: 'Send the report', ownerRole: 'coordinator', due: { ...wall, minutes: undefined } },
    },
    'PUT /api/episodes/{episodeId}/allowance': {
      ...{ physicianId: team[0], minutes: 30, earliest: '2026-01-01', latest: '2026-01-31', remaining: 1 },
    },
    'POST /api/episodes/{episodeId}/waitlist': {
      ...{ physicianId: team[0], minutes: 30, earliest: '2031-06-01', latest: '2031-06-30' },
    },
    'POST /api/waitlist/{waitlistId}/answer': { answer: 'accept' },
    'POST /api/episodes/{episodeId}/book': { startsAt: '2031-06-03T10:00:00Z' },
    'POST /api/visits/{visitId}/move-self': { startsAt: '2031-06-03T10:00:00Z' },
    'POST /api/tasks/{taskId}/waive': { reason: 'She brings it herself.' },
    // Of a version that is not: the visit stays where it is for the lines that follow.
    'POST /api/visits/{visitId}/move': { ...wall, reason: 'The weather', version: 0 },
    'POST /api/visits/{visitId}/cancel': { reason: 'The weather' },
    'POST /api/visits/{visitId}/guests': {
      ...{ name: 'Test', email: 'guest@canary.example', language: 'en', relation: 'family' },
    },
    'PUT /api/visits/{visitId}/outcome': { outcome: 'cancelled', reason: 'Nobody came' },
    'POST /api/slots': {
      ...{
        episodeId,
        personIds: [cast.patientId, ...team],
        interpreter: null,
        minutes: 30,
        from: '2031-06-03',
        days: 3,
      },
    },
    'POST /api/episodes/{episodeId}/my-slots': { from: '2031-06-03', days: 3 },
    'POST /api/clocks/decide': { keep: 'instant', changeIds: [randomUUID()] },
    'POST /api/slots/strips': {
      ...{
        episodeId,
        personIds: [cast.patientId, ...team],
        date: '2031-06-03',
        days: 1,
        zone: 'Asia/Tokyo',
        minutes: 30,
      },
    },
    'PUT /api/availability/{resourceId}': {
      ...{ zone: null, noticeMinutes: 60, bufferMinutes: 5, perDay: null, good: ['09:00', '18:00'], holidays: [] },
      ...{ rules: [{ kind: 'open', weekday: 1, from: '09:00', to: '17:00' }], days: [], version: 0 },
    },
    'POST /api/things': { institutionId, kind: 'room', name: 'Video room' },
    // The room, from outside of it: nobody of the cast has come in.
    'POST /api/visits/{visitId}/chat': { text: 'Good evening.' },
    'POST /api/visits/{visitId}/late': { minutes: 20 },
    'PUT /api/visits/{visitId}/waiting': { seatIds: [cast.ids.seatId] },
    'POST /api/visits/{visitId}/admit': { seatId: cast.ids.seatId },
    'POST /api/visits/{visitId}/callback/done': { seatId: cast.ids.seatId },
    // Records.
    'POST /api/patients/{personId}/uploads': { name: 'ct.zip', bytes: 100, type: 'application/zip' },
    'POST /api/me/shares': { grantee: { kind: 'treating' }, categories: [...recordCategories] },
    'POST /api/patients/{personId}/share-asks': { text: 'Before the operation I need the images.' },
    'POST /api/me/health-links': { label: 'For Dr. Lee', categories: ['results'], days: 30, passcode: 'maple-7' },
    'POST /api/patients/{personId}/record/links': { link: 'shlink:/nothing' },
    'POST /api/shl/{token}': { recipient: 'Dr. Lee' },
    'POST /api/shl/{token}/view': { recipient: 'Dr. Lee' },
    'POST /api/visits/{visitId}/files': { name: 'knee.jpg', bytes: 100, type: 'image/jpeg' },
    'PUT /api/visits/{visitId}/note': { text: 'Well.', nextSteps: '', language: 'en', version: 0 },
    'POST /api/visits/{visitId}/note/sign': { version: 1 },
    'POST /api/visits/{visitId}/note/read': { noteId: '1c9e6b52-77aa-4f3b-8f0e-6a5b4c3d2e1f', number: 1 },
    'POST /api/visits/{visitId}/questions': { text: 'May I swim?' },
    'PUT /api/visits/{visitId}/questions/{questionId}': { text: 'May I run?' },
    'PUT /api/visits/{visitId}/questions/{questionId}/place': { place: 0 },
    'PUT /api/visits/{visitId}/questions/{questionId}/answered': { answered: true },
    'POST /api/episodes/{episodeId}/messages': { text: 'May I swim?' },
    'POST /api/episodes/{episodeId}/messages/seen': { messageId },
  };
  return bodies[route] ?? {};
}

const hospital = { name: 'Hospital', city: 'Osaka', country: 'JP', zone: 'Asia/Tokyo', phone: '+81 6 0000 0000' };

/** What a request brings besides its body. */
export function headersOf(route: string): Record<string, string> {
  if (route.startsWith('PUT') && route.endsWith('/content')) {
    return { 'content-type': 'application/octet-stream', 'upload-offset': '0' };
  }
  const keyed: Record<string, string> = route.startsWith('POST') ? { 'idempotency-key': randomUUID() } : {};
  // From many places: of one that asks for link after link, or record after record, few get a row of their own.
  if (!/\/(?:links|patients|records)\//.test(route)) return keyed;
  return { ...keyed, 'x-forwarded-for': `203.0.113.${randomInt(1, 255)}` };
}
