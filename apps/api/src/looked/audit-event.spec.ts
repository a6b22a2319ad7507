import type { LedgerLine } from '@okaeri/access';
import { permissions } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import { toInstant } from '@okaeri/words/time';
import { actionOf, auditEventOf } from './audit-event';
import type { AuditEvent } from './audit-event';

const patientId = '0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e' as PersonId;
const line: LedgerLine = {
  ...{ id: '4711', at: toInstant('2026-11-23T09:41:00Z'), actorId: '1f0e9d8c-7b6a-4958-8776-655443322110' as PersonId },
  ...{
    permission: 'visit.read',
    outcome: 'allowed',
    entity: 'visit',
    entityId: '3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  },
  ...{ patientId, via: 'http', requestId: 'request-1', times: 1, purpose: null },
};
const parts = (event: AuditEvent) => event.agent.map(({ type }) => type.coding[0]?.code);

/** What FHIR R4 and the pattern both require, by the cardinalities of the published definitions. */
function expectWhole(event: AuditEvent): void {
  expect(event).toMatchObject({
    ...{ resourceType: 'AuditEvent', id: expect.stringMatching(/^[A-Za-z0-9.-]{1,64}$/) as string },
    type: { code: 'rest' },
    recorded: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    source: { observer: { display: 'Okaeri' } },
  });
  expect(event.subtype.some(({ system }) => system === 'http://hl7.org/fhir/restful-interaction')).toBe(true);
  const [client, server, user] = event.agent;
  for (const machine of [client, server]) {
    expect(machine).toMatchObject({ requestor: false, who: { identifier: {} }, network: { extension: [{}] } });
    expect(machine).not.toHaveProperty('purposeOfUse');
  }
  expect(user).toMatchObject({ requestor: true, who: {}, purposeOfUse: [{ coding: [{ code: expect.any(String) }] }] });
  expect(user).not.toHaveProperty('network');
  const ofType = (code: string) => event.entity.filter(({ type }) => type.code === code);
  expect(ofType('1')).toEqual([
    expect.objectContaining({
      role: expect.objectContaining({ code: '1' }),
      what: { reference: `Patient/${patientId}` },
    }),
  ]);
  const [about, ...more] = ofType('2');
  expect(more).toEqual([]);
  if (event.action === 'E') {
    expect(about).toMatchObject({ role: { code: '24' }, query: expect.any(String) });
    expect(about).not.toHaveProperty('what');
  } else expect(about).toMatchObject({ role: { code: '4' }, what: expect.any(Object) });
}

describe('a row of the ledger as an AuditEvent', () => {
  it.each([
    ['visit.read', 'R', 'PatientRead', ['110152', '110153', 'IRCP']],
    ['thread.write', 'C', 'PatientCreate', ['110153', '110152', 'AUT']],
    ['patient.update', 'U', 'PatientUpdate', ['110153', '110152', 'AUT']],
    ['file.remove', 'D', 'PatientDelete', ['110150', 'custodian', 'AUT']],
    ['board.read', 'E', 'PatientQuery', ['110153', '110152', 'IRCP']],
  ] as const)('of %s is %s after %s', (permission, action, pattern, agents) => {
    const event = auditEventOf({ ...line, permission });
    expect(event.action).toBe(action);
    expect(event.meta.profile).toEqual([
      `https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.${pattern}`,
    ]);
    expect(parts(event)).toEqual(agents);
    expectWhole(event);
  });

  it('is whole whatever was asked', () => {
    for (const permission of permissions) {
      for (const entityId of [line.entityId, null]) expectWhole(auditEventOf({ ...line, permission, entityId }));
    }
  });

  it('names the request that it can be found by', () => {
    expect(auditEventOf(line).entity.at(-1)).toEqual({
      type: { system: expect.stringContaining('BasicAuditEntityType') as string, code: 'XrequestId' },
      what: { identifier: { value: 'request-1' } },
    });
    expect(auditEventOf({ ...line, requestId: null }).entity).toHaveLength(2);
  });

  it('says a refusal as one, and claims no pattern of success', () => {
    const event = auditEventOf({ ...line, outcome: 'refused', actorId: null, times: 30 });
    expect(event).toMatchObject({ outcome: '4', meta: {} });
    expect(event.agent[2]?.who).toEqual({ display: 'nobody signed in' });
    expect(event.entity[1]?.detail).toEqual([{ type: 'times', valueString: '30' }]);
    expectWhole(event);
  });

  it('tells her own doing from that of others', () => {
    const why = (actorId: PersonId | null) =>
      auditEventOf({ ...line, actorId }).agent[2]?.purposeOfUse?.[0]?.coding[0]?.code;
    expect([why(patientId), why(line.actorId), why(null)]).toEqual(['PATRQT', 'TREAT', 'HOPERAT']);
  });

  it('tells an emergency', () => {
    const { agent } = auditEventOf({ ...line, purpose: 'BTG' });
    expect(agent[2]?.purposeOfUse?.[0]?.coding[0]?.code).toBe('BTG');
  });

  it.each([
    ['visit.enter', 'R'],
    ['visit.cancel', 'D'],
    ['note.sign', 'U'],
    ['day.read', 'E'],
  ])('%s is %s', (permission, action) => {
    expect(actionOf(permission)).toBe(action);
  });
});
