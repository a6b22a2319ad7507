import { memberAt, objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json, Resource } from '@okaeri/chart';
import type { Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import type { MessageKey } from '@okaeri/words';

type StatusKey = Extract<MessageKey, `chart.status.${string}`>;

/**
 * What a reader is told of a status: that something is active, final or confirmed goes without saying, and nothing else does. A
 * suspicion, a plan or a proposal that stood there without its word would be read as a fact.
 */
const told: Readonly<Record<string, StatusKey>> = {
  inactive: 'chart.status.inactive',
  retired: 'chart.status.inactive',
  resolved: 'chart.status.resolved',
  remission: 'chart.status.remission',
  recurrence: 'chart.status.recurrence',
  relapse: 'chart.status.recurrence',
  stopped: 'chart.status.stopped',
  abandoned: 'chart.status.stopped',
  aborted: 'chart.status.stopped',
  ended: 'chart.status.completed',
  completed: 'chart.status.completed',
  refuted: 'chart.status.refuted',
  unconfirmed: 'chart.status.unconfirmed',
  provisional: 'chart.status.provisional',
  differential: 'chart.status.differential',
  'entered-in-error': 'chart.status.entered_in_error',
  'not-done': 'chart.status.not_done',
  noshow: 'chart.status.not_done',
  'not-taken': 'chart.status.not_taken',
  'on-hold': 'chart.status.on_hold',
  onhold: 'chart.status.on_hold',
  suspended: 'chart.status.on_hold',
  planned: 'chart.status.planned',
  intended: 'chart.status.planned',
  preparation: 'chart.status.planned',
  'not-started': 'chart.status.planned',
  'in-progress': 'chart.status.in_progress',
  cancelled: 'chart.status.cancelled',
  nullified: 'chart.status.cancelled',
  draft: 'chart.status.draft',
  proposed: 'chart.status.proposed',
  proposal: 'chart.status.proposed',
  option: 'chart.status.proposed',
  pending: 'chart.status.proposed',
  rejected: 'chart.status.rejected',
  declined: 'chart.status.rejected',
  revoked: 'chart.status.revoked',
  superseded: 'chart.status.superseded',
  registered: 'chart.status.registered',
  partial: 'chart.status.partial',
  preliminary: 'chart.status.preliminary',
  // Of an event that was noticed in time (adverse-event-actuality).
  potential: 'chart.status.potential',
  // How soon it is asked for (request-priority); routine goes without saying.
  urgent: 'chart.status.urgent',
  asap: 'chart.status.urgent',
  stat: 'chart.status.stat',
};

/** Of these it goes without saying too: an operation that is done, what is known of a mother. */
const plain: Readonly<Record<string, readonly string[]>> = {
  ClinicalImpression: ['completed'],
  Communication: ['completed'],
  Immunization: ['completed'],
  Media: ['completed'],
  MedicationAdministration: ['completed'],
  MedicationDispense: ['completed'],
  Procedure: ['completed'],
  QuestionnaireResponse: ['completed'],
  FamilyMemberHistory: ['completed', 'partial'],
};

/** Whether it is so, was so, may be so, or must not be: in the order of how wrong a reader would be without it. */
export function statusWords(resource: Resource, locale: Locale): string[] {
  const codes = [
    textOf(resource['status']),
    textOf(resource['docStatus']),
    textOf(resource['lifecycleStatus']),
    textOf(memberAt(resource, 'clinicalStatus', 'coding', 'code')),
    textOf(memberAt(resource, 'verificationStatus', 'coding', 'code')),
    textOf(resource['intent']),
    textOf(resource['actuality']),
    textOf(resource['priority']),
  ];
  const keys = codes.flatMap((code) => {
    const key = code && !plain[resource.resourceType]?.includes(code) ? told[code] : undefined;
    return key ? [key] : [];
  });
  return [...forbiddenWords(resource, locale), ...[...new Set(keys)].map((key) => say(locale, key))];
}

/** Orders of what shall not be done look like any other order, and so does what she does not agree to. */
export function forbiddenWords(said: Json, locale: Locale): string[] {
  if (said['doNotPerform'] === true) return [say(locale, 'chart.status.forbidden')];
  const provision = objectOf(said['provision']);
  // With exceptions it is no plain no.
  const denied = provision?.['type'] === 'deny' && objectsOf(provision['provision']).length === 0;
  return denied ? [say(locale, 'chart.status.denied')] : [];
}
