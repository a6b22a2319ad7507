/**
 * Every error a person can meet: a stable code and its HTTP status. The sentence is `error.<code>` in the catalogues.
 * "Absent" and "forbidden" are one code on purpose: an outsider must not learn which ids exist.
 */
export const errors = {
  not_found: 404,
  sign_in_needed: 401,
  bad_request: 400,
  conflict: 409,
  too_large: 413,
  misdirected: 421,
  too_many: 429,
  internal: 500,
  unavailable: 503,
  lan_code_needed: 401,
  lan_code_wrong: 403,
  visit_cancelled: 410,
  visit_over: 410,
  visit_early: 425,
  visit_full: 409,
  seat_removed: 403,
  seat_superseded: 409,
  seat_state: 409,
  arrival_needed: 422,
  message_unknown: 400,
  message_malformed: 400,
  message_too_large: 413,
  message_too_many: 429,
  protocol_version: 400,
  room_moved: 409,
  room_unavailable: 503,
  media_refused: 400,
} as const;
export type ErrorCode = keyof typeof errors;
export const errorCodes = Object.keys(errors) as ErrorCode[];

/** The one error that may cross a process boundary: internals stay in the log, under the request id. */
export class OkaeriError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly values: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'OkaeriError';
  }

  get status(): number {
    return errors[this.code];
  }
}
