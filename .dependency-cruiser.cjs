/** The floors of the house: a lib may stand on those named here and on nothing else of ours. */
const floors = {
  contracts: [],
  words: ['contracts'],
  runtime: ['contracts'],
  platform: ['contracts', 'words', 'runtime'],
  access: ['contracts', 'words', 'runtime', 'platform'],
  care: ['contracts', 'words', 'runtime', 'platform', 'access'],
  consult: ['contracts', 'words', 'runtime', 'platform', 'access', 'care'],
  chart: ['contracts', 'words', 'runtime', 'platform', 'access'],
  notify: ['contracts', 'words', 'runtime', 'platform', 'access'],
  scheduling: ['contracts', 'words', 'runtime', 'platform', 'access', 'care', 'notify'],
  records: ['contracts', 'words', 'runtime', 'platform', 'access', 'care', 'chart', 'notify'],
  followup: ['contracts', 'words', 'runtime', 'platform', 'access', 'care', 'notify'],
  call: ['contracts'],
};
const domain = ['contracts', 'words', 'runtime', 'platform', 'access', 'care'];
const told = ['notify', 'chart', 'records', 'followup'];
/** The apps, and what each may stand on. A browser's bundle and a media node hold nothing of the domain. */
const apps = {
  api: [...domain, ...told, 'scheduling', 'consult'],
  signaling: [...domain, 'consult'],
  scheduler: [...domain, ...told, 'scheduling', 'consult'],
  migrate: [...domain, ...told, 'scheduling', 'consult'],
  standalone: [...domain, ...told, 'scheduling', 'consult'],
  sfu: ['contracts', 'runtime'],
  web: ['contracts', 'words', 'call'],
};

const spec = '\\.spec\\.tsx?$';
const own = (folder, name) => `^${folder}/${name}/`;
const oneOf = (names) => (names.length > 0 ? `(${names.join('|')})` : '(?!)');

const standsOnly = (folder, name, libs) => ({
  name: `${name}-stands-on-${libs.join('-') || 'nothing'}`,
  comment: `${folder}/${name} may import ${libs.length > 0 ? libs.map((lib) => `@okaeri/${lib}`).join(', ') : 'none of our libs'}.`,
  severity: 'error',
  from: { path: own(folder, name), pathNot: spec },
  to: { path: '^libs/', pathNot: [own(folder, name), `^libs/${oneOf(libs)}/`] },
});

module.exports = {
  forbidden: [
    ...Object.entries(floors).map(([name, libs]) => standsOnly('libs', name, libs)),
    ...Object.entries(apps).map(([name, libs]) => standsOnly('apps', name, libs)),
    {
      name: 'every-lib-has-a-floor',
      comment: 'A new lib gets its line in .dependency-cruiser.cjs first.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/${oneOf(Object.keys(floors))}/` },
      to: {},
    },
    {
      name: 'every-app-has-a-line',
      comment: 'A new app gets its line in .dependency-cruiser.cjs first.',
      severity: 'error',
      from: { path: '^apps/', pathNot: `^apps/${oneOf(Object.keys(apps))}/` },
      to: {},
    },
    {
      name: 'contracts-know-zod-alone',
      comment: 'Contracts are read by browser, server and media node alike.',
      severity: 'error',
      from: { path: own('libs', 'contracts'), pathNot: spec },
      to: { pathNot: [own('libs', 'contracts'), '^node_modules/zod/'] },
    },
    {
      name: 'no-lib-to-app',
      comment: 'Arrows go down only.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-app-to-app',
      comment: 'Only standalone puts other apps together, and migrate is one that others may call.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: own('apps', 'standalone') },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/migrate/src/index\\.ts$'] },
    },
    {
      name: 'the-browser-stays-light',
      comment: 'Nest, TypeORM, PostgreSQL and Node have no place in the page.',
      severity: 'error',
      from: { path: ['^apps/web/src/', '^libs/(call|contracts|words)/src/'], pathNot: spec },
      to: { path: ['^node_modules/(@nestjs|typeorm|pg|ioredis|mediasoup|pino)/'] },
    },
    {
      name: 'no-way-around-the-door',
      comment:
        'Another lib is entered by its index (words also by its time folder, chart by its fhir folder), never by one of its files.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: spec },
      to: {
        path: '^libs/[^/]+/src/',
        pathNot: [
          ...['^libs/$2/', '^libs/[^/]+/src/index\\.ts$', '^libs/words/src/time/index\\.ts$'],
          '^libs/chart/src/fhir/index\\.ts$',
        ],
      },
    },
    {
      name: 'production-knows-no-tests',
      comment: 'Specs, test support and set-up scripts stay outside of what is shipped.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [spec, '^apps/web/vite\\.config\\.ts$'] },
      to: { path: [spec, '^test/', '^infra/'] },
    },
    {
      name: 'set-up-stands-alone',
      comment:
        'The scripts of infra start before anything is installed or built; packages are loaded later, where needed.',
      severity: 'error',
      from: { path: '^infra/(setup|worker|postgres)/', pathNot: spec },
      to: { path: '^(apps|libs|test|node_modules)/', dependencyTypes: ['import', 'export'] },
    },
    {
      name: 'no-circular',
      comment:
        'Two files that import each other are one file, or three. Types alone may look both ways, and what is loaded later.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'The file or package is not there. What vite-plugins.ts makes has no file.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:words/' },
    },
    {
      name: 'not-to-undeclared',
      comment: 'A package that is imported is named in package.json.',
      severity: 'error',
      from: { path: '^(apps|libs|test|infra)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-package-in-a-server',
      comment: 'What a server imports is a dependency, not a tool. The page is bundled, so its packages are tools.',
      severity: 'error',
      from: {
        path: ['^apps/(api|signaling|scheduler|sfu|migrate|standalone)/', '^libs/'],
        pathNot: [spec, own('libs', 'call')],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // Apps and libs have a package.json of their own for bundlers; what they may import is in the root's.
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.okaeri/', '^infra/worker/overlay/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
