/*
 * What becomes of each table of the house when a person is erased: of every one, so that a table or a column that is added later
 * stands in no line here, and a test fails until somebody has decided. In the order in which it is done. `$1`: her ids, and those of who was found
 * to be her.
 */

/** Rows that are hers alone. */
interface Goes {
  table: string;
  goes: string;
}
/** Rows that the numbers and the work of others hang on: what names or describes her is taken out of them. */
interface Blanks {
  table: string;
  of: string;
  blanks: Record<string, string>;
  keeps: readonly string[];
}
/** Rows that hold ids and times alone, and are not hers to take away. */
interface Stays {
  table: string;
  stays: readonly string[];
  why: string;
}
/** Rows that are about nobody. */
interface Nobody {
  table: string;
  nobody: string;
}
export type Erasing = Goes | Blanks | Stays | Nobody;

const people = '= any($1::uuid[])';
const episodes = `in (select id from episode where patient_id ${people})`;
const visits = `in (select v.id from visit v join episode e on e.id = v.episode_id where e.patient_id ${people})`;
/** Who also works here stays who she is at work. */
const guests = `in (select p.id from person p where p.id ${people} and not p.steward
                       and not exists (select from membership m where m.person_id = p.id))`;

/** Whatever a message can be about that is about her. */
const abouts = [
  `select unnest($1::uuid[])`,
  ...[
    'task',
    'note',
    'waitlist',
    'visit_series',
    'booking_allowance',
    'thread_message',
    'patient_question',
    'file',
  ].map((table) => `select id from ${table} where episode_id ${episodes}`),
  ...['seat', 'interpreter_ask', 'clock_change', 'callback', 'visit_message'].map(
    (table) => `select id from ${table} where visit_id ${visits}`,
  ),
  ...['episode', 'break_glass', 'record_upload', 'fhir_import', 'imaging_study', 'health_link', 'consent'].map(
    (table) => `select id from ${table} where patient_id ${people}`,
  ),
  `select id from visit where id ${visits}`,
  ...['invitation', 'link_code', 'access_link'].map((table) => `select id from ${table} where person_id ${guests}`),
].join(' union ');
const told = `person_id ${guests} or entity_id in (${abouts})`;

const studies = `in (select id from imaging_study where patient_id ${people})`;
const series = `in (select id from imaging_series where study_id ${studies})`;
const healthLinks = `in (select id from health_link where patient_id ${people})`;
const notes = `in (select id from note where episode_id ${episodes})`;
const calendars = `in (select id from calendar_link where person_id ${guests})`;

export const erasing: readonly Erasing[] = [
  // What was said to her and of her, first: later nothing tells that it was about her.
  { table: 'sms_outbox', goes: `id in (select id from notify_message where ${told})` },
  { table: 'inbox_line', goes: `message_id in (select id from notify_message where ${told})` },
  { table: 'notify_message', goes: told },
  { table: 'idempotency_key', goes: `person_id ${people}` },

  // Her record.
  { table: 'imaging_instance', goes: `series_id ${series}` },
  { table: 'imaging_series', goes: `study_id ${studies}` },
  { table: 'imaging_study', goes: `patient_id ${people}` },
  { table: 'record_upload', goes: `patient_id ${people}` },
  { table: 'fhir_history', goes: `resource_id in (select id from fhir_resource where patient_id ${people})` },
  { table: 'fhir_resource', goes: `patient_id ${people}` },
  { table: 'fhir_import', goes: `patient_id ${people}` },
  { table: 'note_read', goes: `note_id ${notes}` },
  { table: 'note_version', goes: `note_id ${notes}` },
  { table: 'note', goes: `episode_id ${episodes}` },
  { table: 'patient_question', goes: `episode_id ${episodes}` },
  { table: 'file', goes: `episode_id ${episodes}` },
  { table: 'health_link_file', goes: `link_id ${healthLinks}` },
  { table: 'health_link_opening', goes: `link_id ${healthLinks}` },
  { table: 'health_link', goes: `patient_id ${people}` },
  { table: 'consent', goes: `patient_id ${people}` },
  { table: 'break_glass', goes: `patient_id ${people}` },
  {
    ...{ table: 'data_key', why: 'says since when nothing opens; its key is destroyed' },
    stays: ['id', 'patient_id', 'version', 'master_key_id', 'wrapped', 'created_at', 'destroyed_at'],
  },

  // What was written and shown in her visits.
  { table: 'thread_seen', goes: `episode_id ${episodes} or person_id ${guests}` },
  { table: 'thread_message', goes: `episode_id ${episodes}` },
  { table: 'visit_message', goes: `visit_id ${visits}` },
  { table: 'callback', goes: `visit_id ${visits}` },
  { table: 'quality_sample', goes: `visit_id ${visits}` },
  { table: 'visit_step', goes: `visit_id ${visits}` },
  { table: 'showing', goes: `visit_id ${visits}` },
  { table: 'sound', goes: `visit_id ${visits}` },
  { table: 'room', goes: `visit_id ${visits}` },
  { table: 'arrival', goes: `seat_id in (select id from seat where visit_id ${visits} or person_id ${people})` },

  // What was planned for her.
  { table: 'task', goes: `episode_id ${episodes} or owner_id ${guests}` },
  { table: 'waitlist', goes: `episode_id ${episodes}` },
  { table: 'booking_allowance', goes: `episode_id ${episodes}` },
  { table: 'clock_change', goes: `visit_id ${visits}` },
  { table: 'claim', goes: `visit_id ${visits} or resource_id ${guests}` },
  { table: 'episode_team', goes: `episode_id ${episodes}` },
  { table: 'care_relation', goes: `patient_id ${people}` },
  {
    ...{ table: 'interpreter_ask', of: `visit_id ${visits}`, blanks: { reason: 'null' } },
    keeps: [
      ...['id', 'visit_id', 'person_id', 'rank', 'languages', 'minutes', 'round', 'state', 'asked_at', 'answer_by'],
      ...['answered_at', 'told_with'],
    ],
  },
  {
    ...{ table: 'visit_change', of: `visit_id ${visits}` },
    blanks: { reason: 'null', before: `before - 'patientWall'`, after: `after - 'patientWall'` },
    keeps: ['id', 'visit_id', 'at', 'by_id', 'kind', 'sequence'],
  },
  {
    ...{
      table: 'inbound_mail',
      of: `seat_id in (select id from seat where visit_id ${visits} or person_id ${people})`,
    },
    ...{ blanks: { seat_id: 'null' }, keeps: ['id', 'at', 'what'] },
  },
  {
    ...{ table: 'seat', of: `visit_id ${visits} or person_id ${people}` },
    blanks: {
      ...{ relation: 'null', declined_reason: 'null', zone: 'null', wall: 'null', connection: 'null' },
      ...{ token_hash: 'null', lease_until: 'null' },
    },
    keeps: [
      ...['id', 'visit_id', 'person_id', 'starts_at', 'role', 'language', 'interprets', 'state', 'admitted_at'],
      ...['waiting_since', 'joined_at', 'left_at', 'version', 'confirmed_at', 'beside', 'wait_rank', 'declined_at'],
    ],
  },
  {
    ...{ table: 'visit', of: `id ${visits}` },
    // Still a clock that a page can read.
    blanks: {
      ...{ purpose: 'null', cancelled_reason: 'null', outcome_reason: 'null' },
      ...{ patient_zone: 'institution_zone', patient_wall: 'institution_wall' },
    },
    keeps: [
      ...['id', 'episode_id', 'starts_at', 'minutes', 'status', 'institution_zone', 'institution_wall', 'tzdata'],
      ...['cancelled_by', 'version', 'demo', 'created_at', 'calendar_sequence', 'outcome_rule', 'outcome_by'],
      ...['booked_by', 'ended_at', 'kind', 'expected_at', 'held_until', 'series_id', 'outcome', 'late_minutes'],
      ...['late_by', 'self_booked'],
    ],
  },
  {
    ...{ table: 'visit_series', why: 'how many visits there were, for the numbers' },
    stays: ['id', 'episode_id', 'keeps', 'every_weeks', 'times', 'by_id', 'created_at'],
  },
  {
    ...{ table: 'episode', of: `patient_id ${people}` },
    blanks: {
      ...{ title: `'{"en":"—"}'::jsonb`, treatment: 'null', treated_from: 'null', treated_to: 'null' },
      ...{ closed_at: 'coalesce(closed_at, now())', version: 'version + 1' },
    },
    keeps: ['id', 'patient_id', 'institution_id', 'opened_at', 'demo', 'opened_by'],
  },

  // Her ways in, and what she is told by.
  { table: 'push_subscription', goes: `person_id ${guests}` },
  { table: 'link_code', goes: `visit_id ${visits} or person_id ${guests}` },
  { table: 'link_device', goes: `visit_id ${visits} or person_id ${guests}` },
  { table: 'access_link', goes: `visit_id ${visits} or person_id ${guests}` },
  { table: 'invitation', goes: `person_id ${guests}` },
  { table: 'session', goes: `person_id ${guests}` },
  { table: 'calendar_object', goes: `link_id ${calendars}` },
  { table: 'busy_time', goes: `person_id ${guests}` },
  { table: 'calendar_link', goes: `person_id ${guests}` },
  { table: 'calendar_feed', goes: `person_id ${guests}` },
  { table: 'availability_day', goes: `resource_id ${guests}` },
  { table: 'availability_rule', goes: `resource_id ${guests}` },
  { table: 'availability', goes: `resource_id ${guests}` },
  { table: 'patient_difference', goes: `a ${people} or b ${people}` },
  {
    ...{ table: 'person_merge', of: `from_id ${people} or into_id ${people}`, blanks: { reason: `'—'` } },
    keeps: ['id', 'from_id', 'into_id', 'by', 'at'],
  },
  {
    ...{ table: 'person', of: `id ${guests}` },
    blanks: {
      ...{ name: `'—'`, name_latin: `'—'`, name_kana: 'null', language: `'en'`, zone: `'UTC'`, place: `'{}'::jsonb` },
      ...{ country: `''`, email: 'null', phone: 'null', birth_date: 'null', sex: `'unknown'`, persona: 'null' },
      ...{ email_state: `'unknown'`, phone_state: `'unknown'`, reminders: `'{}'`, channels: `'{}'` },
      ...{ quiet_from: 'null', quiet_to: 'null', licence: 'null', licence_country: 'null', languages: `'{}'` },
      version: 'version + 1',
    },
    keeps: ['id', 'steward', 'welcomed_at', 'merged_into', 'demo', 'created_at'],
  },

  // What is not hers to take away.
  {
    ...{
      table: 'ledger',
      why: 'ids and times alone: who looked has to be answered for, whatever became of what was looked at',
    },
    stays: [
      ...['id', 'at', 'actor_id', 'permission', 'outcome', 'entity', 'entity_id', 'patient_id', 'via', 'request_id'],
      ...['times', 'purpose'],
    ],
  },
  { table: 'ledger_seal', stays: ['place', 'row_id', 'sealed_at', 'hash'], why: 'of the ledger' },
  {
    ...{ table: 'membership', why: 'where she works, if she does' },
    stays: ['person_id', 'institution_id', 'role', 'revoked_at'],
  },
  { table: 'outbox_event', stays: ['id', 'name', 'data', 'at', 'request_id'], why: 'ids and small choices' },
  {
    ...{ table: 'outbox_delivery', why: 'codes and times' },
    stays: ['id', 'event_id', 'handler', 'next_at', 'queued_at', 'attempts', 'handled_at', 'problem'],
  },
  { table: 'institution', nobody: 'a hospital' },
  { table: 'thing', nobody: 'a room or a device' },
  { table: 'holiday', nobody: 'a country’s' },
  { table: 'holiday_fill', nobody: 'a country’s' },
  { table: 'rate', nobody: 'counts under hashes, for minutes' },
  { table: 'demo_mail', nobody: 'of the demo world, in which nobody is real and nobody is erased' },
  { table: 'migrations', nobody: 'of the database itself' },
];
