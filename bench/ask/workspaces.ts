import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod';
import { run } from '../run-command.ts';
import type { Asked } from './asked.ts';
import { cFolders, cTruth } from './c-truth.ts';
import { goTruth, javaTruth } from './compiled-truth.ts';
import type { Truth } from './fact.ts';
import { pythonTruth } from './python-truth.ts';
import { registry, rustLibrary } from './rust-crates.ts';
import { rustTruth } from './rust-truth.ts';
import { typescriptTruth } from './typescript-truth.ts';

const packagesSchema = z.object({
  npm: z.record(z.string(), z.string()),
  pip: z.record(z.string(), z.string()),
});

const java = 'java';

/** The packages that questions are asked about, by name, with their pinned versions. */
const pinned = packagesSchema.parse(
  JSON.parse(readFileSync(new URL('packages.json', import.meta.url), 'utf8')),
);

/** A folder that questions are asked in, with what others know of it. */
export interface Asking {
  readonly folder: string;
  /** Absolute folders and files that questions may be answered from. */
  readonly documents: readonly string[];
  /** Those of them that belong to what a question is about. */
  readonly foldersOf: (asked: Asked) => readonly string[];
  readonly truth: Truth;
  /** Symbols of published packages that are not installed. */
  readonly absent: readonly string[];
  /** The packages that the manifest names. */
  readonly named: ReadonlySet<string>;
}

/** How each workspace is made ready; a sentence where it can't be, on this machine. */
export const workspaces: Readonly<Record<string, (root: string) => Asking | string>> = {
  npm: npmWorkspace,
  python: pythonWorkspace,
  go: (root) =>
    compiledWorkspace(root, {
      language: 'go',
      manifest: ['go.mod', 'module example.org/bench\n\ngo 1.19\n'],
      truth: goTruth(),
      documents: sourcesOfGo,
      absent: ['cobra.Command', 'gin.Default', 'zap.NewProduction', 'mux.NewRouter', 'viper.Get'],
    }),
  java: (root) =>
    compiledWorkspace(root, {
      language: 'java',
      manifest: [
        'pom.xml',
        '<project><groupId>org.example</groupId><artifactId>bench</artifactId><version>1</version></project>\n',
      ],
      truth: javaTruth(),
      documents: () => sourcesOfJava(root),
      absent: [
        'com.google.common.collect.ImmutableList.of',
        'org.junit.jupiter.api.Assertions.assertEquals',
        'org.apache.commons.lang3.StringUtils.isBlank',
        'com.fasterxml.jackson.databind.ObjectMapper.readValue',
        'org.slf4j.LoggerFactory.getLogger',
      ],
    }),
  rust: (root) =>
    compiledWorkspace(root, {
      language: 'rust',
      manifest: ['Cargo.toml', '[package]\nname = "bench"\nversion = "0.1.0"\nedition = "2021"\n'],
      truth: rustTruth(root),
      documents: () => [registry, join(rustLibrary, 'alloc')],
      absent: [
        'actix_web::HttpServer::new',
        'diesel::insert_into',
        'polars::prelude::DataFrame::new',
        'bevy::app::App::new',
        'warp::serve',
      ],
    }),
  c: (root) =>
    compiledWorkspace(root, {
      language: 'c',
      manifest: ['main.c', 'int main(void) { return 0; }\n'],
      truth: cTruth(),
      documents: cFolders,
      absent: [
        'SDL_CreateWindow',
        'sd_bus_open_user',
        'lua_newstate',
        'archive_read_new',
        'redisConnect',
        'glfwCreateWindow',
      ],
    }),
};

interface CompiledWorkspace {
  readonly language: string;
  /** The file by which its language knows the workspace, and its text. */
  readonly manifest: readonly [string, string];
  readonly truth: Truth | string;
  readonly documents: () => readonly string[];
  readonly absent: readonly string[];
}

/** A folder of a language whose standard library is on the machine. */
function compiledWorkspace(root: string, made: CompiledWorkspace): Asking | string {
  const { language, manifest, truth, absent } = made;
  if (typeof truth === 'string') return truth;
  const folder = join(root, `ask-${language}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, manifest[0]), manifest[1]);
  const documents = made.documents();
  return { folder, documents, foldersOf: () => documents, truth, absent, named: new Set() };
}

/** The sources of the JDK's commonest packages, taken out of its archive once, for what searches files. */
function sourcesOfJava(root: string): readonly string[] {
  const settings = spawnSync(java, ['-XshowSettings:properties', '-version'], { encoding: 'utf8' });
  const home = /java\.home = (.*)/.exec(settings.stderr)?.[1] ?? '';
  const archive = join(home, 'lib', 'src.zip');
  const folder = join(root, 'ask-java-sources');
  if (existsSync(folder)) return [folder];
  if (!existsSync(archive)) return [];
  const wanted = /^java\.base\/java\/(?:lang|util|io|net|nio|security|time|math|text)\/.*\.java$/;
  const files = unzipSync(readFileSync(archive), { filter: ({ name }) => wanted.test(name) });
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return [folder];
}

function sourcesOfGo(): readonly string[] {
  const root = run('go', ['env', 'GOROOT']).trim();
  const packages = ['bufio', 'bytes', 'encoding', 'errors', 'html', 'io', 'math', 'net', 'os', 'path'];
  const more = ['regexp', 'runtime', 'sort', 'strconv', 'strings', 'sync', 'time', 'unicode'];
  return [...packages, ...more].map((name) => join(root, 'src', name)).filter((path) => existsSync(path));
}

function npmWorkspace(root: string): Asking {
  const folder = join(root, 'ask-npm');
  mkdirSync(folder, { recursive: true });
  const manifest = JSON.stringify({ private: true, dependencies: pinned.npm }, null, 2);
  if (isOther(join(folder, 'package.json'), manifest)) {
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--no-package-lock'];
    const named = Object.entries(pinned.npm).map(([name, version]) => `${name}@${version}`);
    run('npm', ['install', '--prefix', folder, ...flags, ...named]);
    writeFileSync(join(folder, 'package.json'), manifest);
  }
  const at = (name: string) => join(folder, 'node_modules', name);
  return {
    folder,
    documents: Object.keys(pinned.npm).map(at),
    foldersOf: ({ package: name }) =>
      [at(name), at(`@types/${name}`), at(`@types/node/${name}.d.ts`)].filter((path) => existsSync(path)),
    truth: typescriptTruth(folder),
    absent: [
      'react.useState',
      'vue.ref',
      'jest.fn',
      'moment.duration',
      'underscore.map',
      'koa.use',
      'ramda.curry',
    ].concat([
      'bluebird.promisify',
      'socket.io.Server',
      '@nestjs/core.NestFactory',
      'prettier.format',
      'webpack.DefinePlugin',
    ]),
    named: new Set(Object.keys(pinned.npm)),
  };
}

function pythonWorkspace(root: string): Asking {
  const folder = join(root, 'ask-python');
  mkdirSync(folder, { recursive: true });
  const python = join(folder, '.venv', 'bin', 'python');
  const named = Object.entries(pinned.pip).map(([name, version]) => `${name}==${version}`);
  const requirements = `${named.join('\n')}\n`;
  if (isOther(join(folder, 'requirements.txt'), requirements)) {
    if (!existsSync(python)) run('python3', ['-m', 'venv', join(folder, '.venv')]);
    run(python, ['-m', 'pip', 'install', '--quiet', ...named]);
    writeFileSync(join(folder, 'requirements.txt'), requirements);
  }
  const paths = 'import sysconfig; p = sysconfig.get_paths(); print(p["stdlib"], p["purelib"], sep="\\n")';
  const documents = run(python, ['-c', paths]).trim().split('\n');
  return {
    folder,
    documents,
    foldersOf: ({ expected, package: name }) => {
      const symbol = expected.type === 'answer' ? expected.fact.symbol : name;
      const top = symbol.split('.')[0] ?? symbol;
      const places = documents.flatMap((one) => [join(one, top), join(one, `${top}.py`)]);
      return places.filter((path) => existsSync(path));
    },
    truth: pythonTruth(python),
    absent: [
      'pandas.read_csv',
      'numpy.zeros',
      'django.shortcuts.render',
      'torch.nn.Linear',
      'scipy.optimize.minimize',
    ].concat([
      'fastapi.FastAPI',
      'sqlalchemy.create_engine',
      'celery.Celery',
      'boto3.client',
      'matplotlib.pyplot.plot',
    ]),
    named: new Set(Object.keys(pinned.pip)),
  };
}

function isOther(path: string, text: string): boolean {
  return !existsSync(path) || readFileSync(path, 'utf8') !== text;
}
