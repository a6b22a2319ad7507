import type { LedgerLine } from '@okaeri/access';
import { toIso } from '@okaeri/words/time';

/*
 * A row of the ledger as a FHIR R4 AuditEvent, after the patterns of IHE Basic Audit Log Patterns (BALP 1.1) with a patient.
 * A projection: nothing is kept in this form.
 */

interface Coding {
  system: string;
  code: string;
  display?: string;
}
interface Agent {
  type: { coding: Coding[] };
  who: { reference?: string; identifier?: { value: string }; display?: string };
  requestor: boolean;
  purposeOfUse?: { coding: Coding[] }[];
  network?: { extension: { url: string; valueCode: string }[] };
}
interface Entity {
  type: Coding;
  role?: Coding;
  what?: { reference?: string; identifier?: { value: string } };
  query?: string;
  detail?: { type: string; valueString: string }[];
}
export interface AuditEvent {
  resourceType: 'AuditEvent';
  id: string;
  meta: { profile?: string[] };
  type: Coding;
  subtype: Coding[];
  action: 'C' | 'R' | 'U' | 'D' | 'E';
  recorded: string;
  outcome: '0' | '4';
  agent: Agent[];
  source: { observer: { display: string }; type: Coding[] };
  entity: Entity[];
}

const codes = 'http://terminology.hl7.org/CodeSystem';
const dicom = 'http://dicom.nema.org/resources/ontology/DCM';
const profiles = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit';
const balpEntities = 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType';
const absent = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

const source: Coding = { system: dicom, code: '110153', display: 'Source Role ID' };
const destination: Coding = { system: dicom, code: '110152', display: 'Destination Role ID' };
const participation = (code: string): Coding => ({ system: `${codes}/v3-ParticipationType`, code });

/** What a pattern of BALP fixes: its name, and in which parts browser, server and person are in it. */
const patterns = {
  C: { name: 'PatientCreate', subtype: 'create', client: source, server: destination, user: participation('AUT') },
  R: { name: 'PatientRead', subtype: 'read', client: destination, server: source, user: participation('IRCP') },
  U: { name: 'PatientUpdate', subtype: 'update', client: source, server: destination, user: participation('AUT') },
  D: {
    ...{ name: 'PatientDelete', subtype: 'delete', user: participation('AUT') },
    client: { system: dicom, code: '110150', display: 'Application' },
    server: { system: `${codes}/provenance-participant-type`, code: 'custodian', display: 'Custodian' },
  },
  E: { name: 'PatientQuery', subtype: 'search', client: source, server: destination, user: participation('IRCP') },
} as const satisfies Record<AuditEvent['action'], unknown>;

const actions: readonly (readonly [AuditEvent['action'], RegExp])[] = [
  ['C', /^share\.ask$/],
  ['E', /^(day|board|ready|clocks|statistics|slots)\.|^slots\./],
  ['D', /\.remove$|^visit\.cancel$|^institution\.people\.end$/],
  [
    'C',
    /^(patient\.register|file\.write|visit\.files\.add|thread\.write|visit\.chat\.write|episode\.book|series\.book)$/,
  ],
  ['U', /\.(update|write|merge|sign|move|moveSelf|outcome|confirm|decide|done|answer|admit|end|wait|hold|bookSelf)$/],
];

/** What was done, by the permission that was asked for. To read is the least of it. */
export const actionOf = (permission: string): AuditEvent['action'] =>
  actions.find(([, fits]) => fits.test(permission))?.[0] ?? 'R';

const resources: Partial<Record<string, string>> = {
  ...{ visit: 'Appointment', episode: 'EpisodeOfCare', person: 'Patient', file: 'DocumentReference' },
  ...{ note: 'Composition', task: 'Task', thread: 'Communication', institution: 'Organization' },
};

const purpose = (code: string, display: string) => [{ coding: [{ system: `${codes}/v3-ActReason`, code, display }] }];

/** Her own doing is at her request; what the house does by itself is operations; all else is for her treatment. */
function purposeOf({ actorId, patientId, purpose: why }: LedgerLine): Agent['purposeOfUse'] {
  if (why === 'BTG') return purpose('BTG', 'break the glass');
  if (actorId === patientId) return purpose('PATRQT', 'patient requested');
  return actorId === null ? purpose('HOPERAT', 'healthcare operations') : purpose('TREAT', 'treatment');
}

/** Where a browser stood is written nowhere, and said so. */
const network = { extension: [{ url: absent, valueCode: 'masked' }] };

export function auditEventOf(line: LedgerLine): AuditEvent {
  const action = actionOf(line.permission);
  const pattern = patterns[action];
  const done = line.outcome === 'allowed';
  const agent = (type: Coding, who: Agent['who'], requestor = false): Agent => ({
    ...{ type: { coding: [type] }, who, requestor },
    ...(requestor ? { purposeOfUse: purposeOf(line) } : { network }),
  });
  return {
    resourceType: 'AuditEvent',
    id: line.id,
    // The patterns are of what succeeded; a refusal has their form and not their name.
    meta: done ? { profile: [`${profiles}.${pattern.name}`] } : {},
    type: { system: `${codes}/audit-event-type`, code: 'rest', display: 'Restful Operation' },
    subtype: [
      { system: 'http://hl7.org/fhir/restful-interaction', code: pattern.subtype, display: pattern.subtype },
      { system: 'urn:okaeri:permission', code: line.permission },
    ],
    action,
    recorded: toIso(line.at),
    outcome: done ? '0' : '4',
    agent: [
      agent(pattern.client, { identifier: { value: `okaeri-${line.via}` } }),
      agent(pattern.server, { identifier: { value: 'okaeri' } }),
      agent(
        pattern.user,
        line.actorId ? { reference: `Person/${line.actorId}` } : { display: 'nobody signed in' },
        true,
      ),
    ],
    source: {
      observer: { display: 'Okaeri' },
      type: [{ system: `${codes}/security-source-type`, code: '4', display: 'Application Server' }],
    },
    entity: entitiesOf(line, action),
  };
}

function entitiesOf(line: LedgerLine, action: AuditEvent['action']): Entity[] {
  const objectType = (code: string, display: string): Coding => ({
    system: `${codes}/audit-entity-type`,
    code,
    display,
  });
  const objectRole = (code: string, display: string): Coding => ({ system: `${codes}/object-role`, code, display });
  const times = line.times > 1 ? { detail: [{ type: 'times', valueString: String(line.times) }] } : {};
  const resource = resources[line.entity];
  const what =
    resource && line.entityId
      ? { reference: `${resource}/${line.entityId}` }
      : { identifier: { value: [line.entity, line.entityId].filter(Boolean).join('/') } };
  const about: Entity =
    action === 'E'
      ? {
          ...{ type: objectType('2', 'System Object'), role: objectRole('24', 'Query') },
          query: Buffer.from(`permission=${line.permission}`).toString('base64'),
          ...times,
        }
      : { type: objectType('2', 'System Object'), role: objectRole('4', 'Domain Resource'), what, ...times };
  return [
    {
      ...{ type: objectType('1', 'Person'), role: objectRole('1', 'Patient') },
      what: { reference: `Patient/${line.patientId}` },
    },
    about,
    ...(line.requestId
      ? [{ type: { system: balpEntities, code: 'XrequestId' }, what: { identifier: { value: line.requestId } } }]
      : []),
  ];
}
