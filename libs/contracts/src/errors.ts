import type { ProblemDetails } from './problem';

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
  link_used: 410,
  link_expired: 410,
  link_unknown: 404,
  link_ended: 410,
  link_confirm: 403,
  code_wrong: 403,
  code_expired: 410,
  session_replayed: 401,
  invitation_withdrawn: 410,
  email_taken: 409,
  duplicate_found: 409,
  person_merged: 409,
  birth_date_future: 422,
  fields_invalid: 422,
  zone_unknown: 422,
  time_skipped: 422,
  time_repeated: 422,
  time_past: 422,
  overlap: 409,
  version_changed: 409,
  visit_moved: 409,
  key_needed: 400,
  key_reused: 422,
  file_type: 415,
  file_too_large: 413,
  file_scripts: 422,
  file_held: 403,
  file_infected: 422,
  file_offset: 409,
  file_cut: 400,
  file_broken: 422,
  file_damaged: 500,
  record_erased: 410,
  vault_closed: 503,
  recording_type: 415,
  recording_too_large: 413,
  record_too_large: 413,
  upload_too_large: 413,
  upload_full: 413,
  questions_full: 409,
  note_signed: 409,
  note_empty: 422,
  note_reason_needed: 422,
  mail_unset: 503,
  cursor_bad: 400,
  not_audible: 403,
  layer_unknown: 400,
  language_not_given: 403,
  not_interpreter: 409,
  channel_taken: 409,
  show_taken: 409,
  callback_soon: 429,
  chat_closed: 409,
  hold_expired: 410,
  not_available: 409,
  not_allowed_now: 409,
  allowance_used: 409,
  series_overlap: 409,
  ask_over: 410,
  ask_open: 409,
  task_over: 409,
  calendar_refused: 422,
  calendar_unreachable: 502,
  calendar_none: 422,
  calendar_large: 422,
  calendar_readonly: 422,
  calendar_most: 409,
  calendar_elsewhere: 422,
  address_private: 422,
  push_unset: 503,
  sms_unset: 503,
  feed_unknown: 404,
} as const;
export type ErrorCode = keyof typeof errors;
export const errorCodes = Object.keys(errors) as ErrorCode[];

/** The one error that may cross a process boundary: internals stay in the log, under the request id. */
export class OkaeriError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** What its sentence names. */
    readonly values: Record<string, string | number> = {},
    /** What the reader's page needs besides the sentence, already fit for her eyes. */
    readonly details: ProblemDetails = {},
  ) {
    super(code);
    this.name = 'OkaeriError';
  }

  get status(): number {
    return errors[this.code];
  }
}
