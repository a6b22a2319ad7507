import { longRecord } from './long-record';

/** What is in the record of another patient, and may be read in no other. */
const secret = 'Secret of another patient';

const bundle = (entry: unknown[], more: object = {}) =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', ...more, entry });
const observation = (text: string, more: object = {}) => ({
  ...{ resourceType: 'Observation', status: 'final', code: { text }, effectiveDateTime: '2026-01-01' },
  ...more,
});
const urn = (at: number) => `urn:uuid:24242424-0000-4000-8000-${String(at).padStart(12, '0')}`;

export interface HostileFile {
  name: string;
  raw: () => string;
  /** So many entries are in the record afterwards; where it is not said, as many as the report says. */
  all?: number;
  /** More than any record has: it may take its time, as long as it ends. */
  huge?: true;
}

/** Files that were made to hurt; what they name lies at `origin`. */
export function hostileFiles(origin: string): { secret: string; others: string; hostile: HostileFile[] } {
  const others = bundle([
    {
      fullUrl: 'https://hospital.example/Patient/1',
      resource: { resourceType: 'Patient', id: '1', name: [{ text: secret }] },
    },
    { fullUrl: urn(1), resource: observation(secret) },
  ]);
  const nested = (depth: number) => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`;
  const entities = (inside: string) => `<?xml version="1.0"?>${inside}`;
  const hostile: HostileFile[] = [
    { name: '10,000 entries', raw: () => longRecord('ten thousand', 10_000), all: 10_013 },
    {
      ...{ name: '100,000 entries at one address', huge: true as const },
      raw: () =>
        bundle(
          Array.from({ length: 100_000 }, () => ({
            fullUrl: urn(9),
            resource: { resourceType: 'Basic', code: { text: 'x' } },
          })),
        ),
    },
    {
      name: 'depth 1,000',
      raw: () => `{"resourceType":"Bundle","type":"collection","entry":[{"resource":${nested(500)}}]}`,
      all: 0,
    },
    { name: 'depth 200,000', raw: () => nested(200_000), all: 0 },
    {
      name: 'references in a circle',
      raw: () =>
        bundle(
          Array.from({ length: 50 }, (_, at) => ({
            fullUrl: urn(100 + at),
            resource: observation(`Circle ${at}`, {
              subject: { reference: urn(100 + ((at + 1) % 50)) },
              performer: [{ reference: urn(100 + at) }],
              hasMember: [{ reference: urn(100 + ((at + 49) % 50)) }],
            }),
          })),
        ),
      all: 50,
    },
    {
      name: 'wrong types',
      raw: () =>
        bundle([
          {
            fullUrl: urn(200),
            resource: { resourceType: 'Observation', status: 7, code: 'x', valueQuantity: [], component: 'x' },
          },
          { fullUrl: urn(201), resource: { resourceType: 'Patient', name: { given: 1 }, birthDate: {}, photo: 'x' } },
          {
            fullUrl: urn(202),
            resource: { resourceType: 'DocumentReference', content: [[], null, { attachment: 5 }] },
          },
          { fullUrl: 12, resource: { resourceType: 'DiagnosticReport', presentedForm: [{ data: 5 }, { data: '!' }] } },
          { fullUrl: urn(203), resource: { resourceType: 'Condition', code: { coding: 'x' }, clinicalStatus: [[]] } },
          ...[null, 7, 'x', [], { resource: null }, { resource: [] }],
        ]),
    },
    { name: 'a list for a bundle', raw: () => '[]', all: 0 },
    {
      name: 'entries that are no list',
      raw: () => '{"resourceType":"Bundle","type":"document","entry":{"resource":7}}',
      all: 0,
    },
    {
      name: 'an entity that reads a file',
      raw: () => entities('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
      all: 0,
    },
    {
      name: 'an entity that calls',
      raw: () => entities(`<!DOCTYPE a [<!ENTITY % x SYSTEM "${origin}/x.dtd"> %x;]><a/>`),
      all: 0,
    },
    {
      name: 'entities in entities',
      raw: () => {
        const more = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
        return entities(`<!DOCTYPE a [<!ENTITY e0 "ha">${more.join('')}]><a>&e30;</a>`);
      },
      all: 0,
    },
    { name: 'XML 100,000 deep', raw: () => `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`, all: 1 },
    {
      name: 'addresses that should not be called',
      raw: () =>
        bundle(
          ['http://169.254.169.254/latest/meta-data', `${origin}/secret`, 'file:///etc/passwd'].flatMap((url, at) => [
            {
              fullUrl: urn(300 + at),
              resource: {
                ...{ resourceType: 'DocumentReference', status: 'current', description: 'Elsewhere' },
                content: [{ attachment: { contentType: 'application/pdf', url } }],
              },
            },
            {
              fullUrl: urn(310 + at),
              resource: {
                ...{ resourceType: 'Subscription', status: 'requested', reason: 'x', criteria: 'Observation' },
                channel: { type: 'rest-hook', endpoint: url },
              },
            },
            {
              fullUrl: `${origin}/Observation/${at}`,
              resource: observation('Elsewhere', { subject: { reference: `${url}/Patient/1` } }),
            },
          ]),
        ),
      all: 9,
    },
    {
      name: 'references into another record',
      raw: () =>
        bundle([
          {
            fullUrl: urn(400),
            resource: observation('Reaching over', {
              subject: { reference: 'Patient?name=Secret' },
              performer: [{ reference: 'https://hospital.example/Patient/1' }, { reference: 'Patient/1' }],
              hasMember: [{ reference: urn(1) }],
            }),
          },
        ]),
      all: 1,
    },
    {
      name: 'the addresses of another record',
      raw: () =>
        bundle([
          {
            fullUrl: 'https://hospital.example/Patient/1',
            resource: { resourceType: 'Patient', id: '1', name: [{ text: 'Mine' }] },
          },
          { fullUrl: urn(1), resource: observation('Mine') },
        ]),
      all: 2,
    },
    {
      name: 'orders to a server',
      raw: () =>
        bundle([{ request: { method: 'DELETE', url: 'Patient/1' } }, { resource: observation('x') }], {
          type: 'transaction',
        }),
      // What it brings is taken, and nothing of what it orders is done.
      all: 1,
    },
    { name: 'half a file', raw: () => longRecord('half', 500).slice(0, 200_000), all: 0 },
    {
      name: 'names that mean something to a program',
      raw: () =>
        `{"resourceType":"Bundle","type":"collection","__proto__":{"type":"x"},"entry":[{"fullUrl":"${urn(500)}","resource":{"resourceType":"Basic","code":{"text":"x"},"__proto__":{"a":1},"constructor":{"prototype":{"b":2}}}}]}`,
      all: 1,
    },
  ];
  return { secret, others, hostile };
}
