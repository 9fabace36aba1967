// The layers of the project. Every rule says why; docs/architecture.md shows the picture that they draw.

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const core = '^src/core/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'no-cycle',
      'Files that import each other in a circle, by types alone included, can only be read and changed together.',
      {},
      { circular: true },
    ),
    forbid(
      'no-unresolved',
      'An import that leads nowhere fails at run time; the editor provides vscode, and sarif is types alone.',
      {},
      { couldNotResolve: true, pathNot: '^(?:vscode|sarif)$' },
    ),
    forbid(
      'core-knows-only-core',
      'Core runs in Node, in a worker and in a browser: what it needs of the outside comes through ports.',
      { path: core },
      { path: '^src/(?!core/)' },
    ),
    forbid(
      'core-without-node',
      'Core has no file system, process or network of its own; the adapters in src/node have.',
      { path: core },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'doors-only',
      'Each folder of core has one door, index.ts, so that its inside can change without asking anyone.',
      { path: '^src/core/([^/]+)/' },
      { path: '^src/core/[^/]+/.', pathNot: ['^src/core/$1/', '^src/core/[^/]+/index\\.ts$'] },
    ),
    forbid(
      'doors-only-from-outside',
      'Layers above core use its doors, for the same reason.',
      { path: '^src/(?!core/)' },
      { path: '^src/core/', pathNot: '^src/core/[^/]+/index\\.ts$' },
    ),
    forbid(
      'platform-stands-alone',
      'Ports are the ground that everything stands on; they know nothing of what is built on them.',
      { path: '^src/core/platform/' },
      { path: '^src/core/(?!platform/)' },
    ),
    forbid(
      'source-below-all',
      'Reading sources is the ground of claims and evidence and knows neither.',
      { path: '^src/core/source/' },
      { path: '^src/core/(?!source/|platform/)' },
    ),
    forbid(
      'workspace-below-claims',
      'What is open is known before anything is claimed about it.',
      { path: '^src/core/workspace/' },
      { path: '^src/core/(?!workspace/|source/|platform/)' },
    ),
    forbid(
      'evidence-below-claims',
      'Evidence is found, not judged: it must not depend on who uses it.',
      { path: '^src/core/evidence/' },
      { path: '^src/core/(claims|ask|report)/' },
    ),
    forbid(
      'claims-without-ask',
      'A verdict must not depend on a question that somebody asked.',
      { path: '^src/core/claims/' },
      { path: '^src/core/(ask|benchmark|report)/' },
    ),
    forbid(
      'ask-from-evidence',
      'An answer is read from evidence, or by a model from passages: it must not depend on what comments claim, nor on how it is shown.',
      { path: '^src/core/ask/' },
      { path: '^src/core/(?!ask/|evidence/|model/|source/|workspace/|platform/)' },
    ),
    forbid(
      'report-reads-findings-only',
      'A report is a pure function of findings and answers: the same input gives the same text everywhere.',
      { path: '^src/core/report/' },
      { path: '^src/core/(?!report/|claims/|ask/|evidence/|source/|platform/|model/|benchmark/)' },
    ),
    forbid(
      'adapters-below-processes',
      'Adapters serve every process and know none of them.',
      { path: '^src/node/' },
      { path: '^src/(extension|server|cli|webview)/' },
    ),
    forbid(
      'protocol-is-plain',
      'What crosses a process is plain data: it needs core’s types and nothing that runs.',
      { path: '^src/protocol/' },
      { path: '^src/(extension|server|cli|webview|node)/' },
    ),
    forbid(
      'processes-apart',
      'Extension, server, command line and web views meet in protocol only; each may be replaced alone.',
      { path: '^src/(extension|server|cli|webview)/' },
      { path: '^src/(extension|server|cli|webview)/', pathNot: '^src/$1/' },
    ),
    forbid(
      'webview-in-the-browser',
      'A web view runs in a browser: it gets data through messages and has no Node.',
      { path: '^src/webview/' },
      { path: ['^src/node/', '^src/core/(?!report/)'] },
    ),
    forbid(
      'webview-without-node',
      'A web view runs in a browser: node:* does not exist there.',
      { path: '^src/webview/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'node-in-adapters-and-entries',
      'node:* stays in the adapters, the command line and what the server starts with.',
      { path: '^src/protocol/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'vscode-in-the-extension',
      'Only the extension host has the editor’s interface.',
      { path: '^src/(?!extension/)' },
      { path: '^vscode$' },
    ),
    forbid(
      'lsp-in-server-and-extension',
      'The language server protocol is a matter of the two processes that speak it.',
      { path: '^src/(?!server/|extension/)' },
      { path: 'node_modules/vscode-(languageclient|languageserver)' },
    ),
    forbid(
      'parser-in-one-folder',
      'Trees are read in core/source alone, so that the parser can be replaced there.',
      { path: '^src/(?!core/source/)' },
      { path: 'node_modules/(web-tree-sitter|comment-parser)' },
    ),
    forbid(
      'model-stands-apart',
      'A model is a port like any other: it knows neither what it is asked for nor who asks.',
      { path: '^src/core/model/' },
      { path: '^src/core/(?!model/|platform/)' },
    ),
    forbid(
      'benchmark-beside-claims',
      'A score must not depend on how comments are checked or questions of a user are answered.',
      { path: '^src/core/benchmark/' },
      { path: '^src/core/(?!benchmark/|model/|platform/)' },
    ),
    forbid(
      'openai-in-one-file',
      'The client of one protocol is an adapter: everything else speaks to the ChatModel port.',
      { path: '^src/', pathNot: '^src/core/model/openai-model\\.ts$' },
      { path: 'node_modules/openai' },
    ),
    forbid(
      'verify-above-ask-and-claims',
      'What somebody asserts is held against code and libraries by the checks and the answers that there are, and neither may depend on it.',
      { path: '^src/core/(?!verify/)' },
      { path: '^src/core/verify/' },
    ),
    forbid(
      'mcp-in-one-file',
      'The protocol of agents is an adapter: the tools know nothing of it.',
      { path: '^src/', pathNot: '^src/server/mcp\\.ts$' },
      { path: 'node_modules/@modelcontextprotocol' },
    ),
    forbid(
      'marked-in-one-file',
      'Markdown of strangers is rendered and sanitised in one place.',
      { path: '^src/', pathNot: '^src/webview/markdown\\.ts$' },
      { path: 'node_modules/(marked|dompurify)' },
    ),
    forbid(
      'not-to-dev-dependencies',
      'What ships is bundled from dependencies that are declared as such.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
