// Directions of engineering/architecture: contract ← domain ← repository ← service ← controller, and the order of the features.
const ORDER = ['journal', 'jobs', 'identity', 'bodies', 'sessions', 'agenda', 'papers', 'dossiers', 'voting', 'rehearsal', 'opinions', 'notifications', 'screens', 'search', 'reports', 'exchange', 'realtime'];
const below = (index) => ORDER.slice(index + 1).join('|');

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'contract-imports-nothing', severity: 'error', from: { path: '^src/contract/' }, to: { pathNot: '^src/contract/' } },
    { name: 'domain-is-pure', comment: 'domain imports nothing of Nest, TypeORM, Node or the clock', severity: 'error', from: { path: '^src/[^/]+/domain/', pathNot: '^src/journal/domain/' }, to: { pathNot: '^src/([^/]+/domain|contract)/' } },
    { name: 'the-log-needs-only-a-hash', severity: 'error', from: { path: '^src/journal/domain/' }, to: { pathNot: '^(crypto|node:crypto|src/(journal/domain|contract)/.*)$' } },
    ...ORDER.slice(0, -1).map((name, index) => ({
      name: `${name}-knows-nothing-above`, severity: 'error', from: { path: `^src/${name}/` }, to: { path: `^src/(${below(index)})/` },
    })),
    { name: 'the-verifier-stands-alone', comment: 'it shares no code with what it checks', severity: 'error', from: { path: '^src/verifier/' }, to: { pathNot: '^(src/verifier/|node_modules/canonicalize/|crypto$|fs$|util$|node:)' } },
    { name: 'nobody-imports-the-verifier', severity: 'error', from: { path: '^(src|client)/', pathNot: '^src/verifier/' }, to: { path: '^src/verifier/' } },
    { name: 'backups-know-no-feature', severity: 'error', from: { path: '^src/backup/' }, to: { path: '^src/', pathNot: '^src/(backup|config|contract|database|storage)/' } },
    { name: 'nobody-imports-realtime', severity: 'error', from: { path: '^src/', pathNot: '^src/(realtime/|app\\.module)' }, to: { path: '^src/realtime/' } },
    { name: 'controllers-stay-out-of-repositories', severity: 'error', from: { path: '\\.controller\\.ts$' }, to: { path: '\\.(repository|entity)\\.ts$' } },
    { name: 'repositories-know-no-service', severity: 'error', from: { path: '\\.repository\\.ts$' }, to: { path: '\\.(service|controller)\\.ts$' } },
    { name: 'client-knows-only-the-contract', severity: 'error', from: { path: '^client/' }, to: { path: '^src/', pathNot: '^src/contract/' } },
    { name: 'client-features-apart', severity: 'error', from: { path: '^client/src/features/([^/]+)/' }, to: { path: '^client/src/features/', pathNot: '^client/src/features/$1/' } },
    { name: 'client-ui-has-no-subject', severity: 'error', from: { path: '^client/src/(ui|api|realtime|i18n)/' }, to: { path: '^client/src/(features|app)/' } },
    { name: 'no-drawers', comment: 'no folder called common, shared, utils or helpers', severity: 'error', from: {}, to: { path: '/(common|shared|utils|helpers)/', pathNot: 'node_modules' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
