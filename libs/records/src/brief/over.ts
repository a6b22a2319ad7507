import { memberAt, objectsOf, textOf } from '@okaeri/chart';
import type { Resource } from '@okaeri/chart';

const ended = new Set([
  ...['inactive', 'resolved', 'remission', 'stopped', 'completed', 'cancelled', 'abandoned', 'revoked', 'ended'],
  ...['entered-in-error', 'not-taken', 'not-done', 'rejected'],
]);
const untrue = new Set(['entered-in-error', 'refuted']);

/** Whether it is of the past, was called off, or never was so: not what a physician goes by today. */
export function isOver(resource: Resource): boolean {
  const clinical = textOf(memberAt(resource, 'clinicalStatus', 'coding', 'code'));
  const verified = textOf(memberAt(resource, 'verificationStatus', 'coding', 'code'));
  if (untrue.has(verified ?? '')) return true;
  if (clinical !== null) return ended.has(clinical);
  // That an operation, a result or a vaccination is completed does not make it undone.
  const lasting = ['Procedure', 'Observation', 'Immunization', 'DiagnosticReport', 'DeviceUseStatement'];
  const status = textOf(resource['status']) ?? '';
  if (resource.resourceType === 'Condition' && objectsOf(resource['clinicalStatus']).length === 0) {
    return textOf(resource['abatementDateTime']) !== null || resource['abatementPeriod'] !== undefined;
  }
  return lasting.includes(resource.resourceType) ? untrue.has(status) || status === 'not-done' : ended.has(status);
}
