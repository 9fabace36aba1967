// Counts false alarms of `factprobe check` on packages that nobody planted anything in: installs pinned versions into
// a folder of its own, checks each with an empty cache, and compares every finding with how a person sorted it
// (accuracy-findings.json). Ends with 1 when a finding is not sorted yet, and with 2 when something could not be run.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const bundle = resolve('dist/cli.cjs');
const sortedFile = new URL('accuracy-findings.json', import.meta.url);
const packagesFile = new URL('accuracy-packages.json', import.meta.url);
const verdicts = ['supported', 'contradicted', 'unverified'];

/** A folder to check; `name` and `version` are what findings are sorted under. */
function folderOf(path) {
  return { name: basename(path), version: '', path: resolve(path) };
}

/** Installs what is not there yet and gives the folders of every package. */
function installed(root) {
  const { npm, pip, python } = JSON.parse(readFileSync(packagesFile, 'utf8'));
  mkdirSync(root, { recursive: true });
  const nodeFolders = Object.entries(npm).map(([name, version]) => {
    const prefix = join(root, `npm-${name.replaceAll('/', '-')}-${version}`);
    const path = join(prefix, 'node_modules', name);
    if (!existsSync(path)) {
      run('npm', [
        'install',
        '--prefix',
        prefix,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        `${name}@${version}`,
      ]);
    }
    return { name, version, path };
  });
  const pythonFolders = Object.entries(pip).map(([name, version]) => {
    const path = join(root, `pip-${name}-${version}`);
    if (!existsSync(path)) {
      run('python3', [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--no-deps',
        '--target',
        path,
        `${name}==${version}`,
      ]);
    }
    return { name, version, path };
  });
  return [...nodeFolders, ...pythonFolders, ...standardLibrary(root, python)];
}

/** The sources of the machine's Python, its tests apart; findings are sorted for one version. */
function standardLibrary(root, expected) {
  const facts = run('python3', [
    '-c',
    'import os, platform; print(os.path.dirname(os.__file__)); print(platform.python_version())',
  ]);
  const [library = '', version = ''] = facts.trim().split('\n');
  if (!version.startsWith(`${expected}.`)) {
    console.log(`Left out: the standard library (sorted for Python ${expected}, this is ${version}).\n`);
    return [];
  }
  const copies = join(root, `python-${version}`);
  if (!existsSync(copies)) {
    const inside = (path) => path.slice(library.length);
    const isTest = (path) => /\/(?:tests?|idle_test)(?:\/|$)/.test(inside(path));
    const isOwn = (path) => !/\/(?:site-packages|__pycache__)(?:\/|$)/.test(inside(path));
    const copy = (name, isWanted) =>
      cpSync(library, join(`${copies}.part`, name), {
        recursive: true,
        filter: (path) =>
          isOwn(path) && (statSync(path).isDirectory() || (path.endsWith('.py') && isWanted(path))),
      });
    copy('library', (path) => !isTest(path));
    copy('tests', isTest);
    renameSync(`${copies}.part`, copies);
  }
  return [
    { name: 'python', version, path: join(copies, 'library') },
    { name: 'python tests', version, path: join(copies, 'tests') },
  ];
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status === 0) return stdout;
  console.error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  process.exit(2);
}

/** Checks one folder in a process of its own, with nothing in its cache. */
function check(folder) {
  const cache = mkdtempSync(join(tmpdir(), 'factprobe-bench-'));
  const env = { ...process.env, FACTPROBE_CACHE_DIR: cache, FACTPROBE_LOCALE: 'en' };
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bundle, 'check', '.', '--format', 'json', '--all'],
    { cwd: folder.path, env, encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  const seconds = (performance.now() - started) / 1000;
  rmSync(cache, { recursive: true, force: true });
  if (status !== 0 && status !== 1) {
    console.error(`factprobe check failed on ${folder.path} (exit ${status}):\n${stderr}`);
    process.exit(2);
  }
  return { ...folder, report: JSON.parse(stdout), seconds, megabytes: megabytesOf(folder.path) };
}

function megabytesOf(path) {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(?:[cm]?[jt]s|[jt]sx|pyi?)$/.test(entry.name),
  );
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0) / 1024 / 1024;
}

/** One line for each kind of claim, the skipped files, and every contradicted finding with its judgement. */
function show({ name, version, report, seconds, megabytes }, judgementOf) {
  const { files, documented, findings, skipped } = report;
  const speed = `${(files / seconds).toFixed(0)} files/s, ${(megabytes / seconds).toFixed(1)} MB/s`;
  console.log(`${name} ${version}`.trim());
  console.log(`  ${files} files, ${documented} documented symbols, ${seconds.toFixed(1)} s (${speed})`);
  for (const kind of [...new Set(findings.map((one) => one.kind))].sort()) {
    const counts = verdicts.map((verdict) => {
      const count = findings.filter((one) => one.kind === kind && one.verdict === verdict).length;
      return `${count} ${verdict}`;
    });
    console.log(`  ${kind.padEnd(15)} ${counts.join(', ')}`);
  }
  for (const { file, reason } of skipped) console.log(`  not checked     ${file}: ${reason}`);
  for (const finding of findings.filter(({ verdict }) => verdict === 'contradicted')) {
    const place = `${finding.file}:${finding.range.start.line + 1}`;
    const claim = finding.claim.replace(/\s+/g, ' ');
    console.log(`  ${judgementOf(finding)}  ${place}  ${finding.kind}  “${claim}”  ${finding.message}`);
    console.log(`            fingerprint ${finding.fingerprint}`);
  }
  console.log('');
}

function main() {
  const named = process.argv.slice(2);
  const root = process.env.FACTPROBE_BENCH_DIR ?? join(homedir(), '.cache', 'factprobe-bench');
  const isPinned = named.length === 0;
  const folders = isPinned ? installed(root) : named.map(folderOf);
  const sorted = JSON.parse(readFileSync(sortedFile, 'utf8'));
  const keyOf = (one) => [one.package, one.version, one.file, one.fingerprint].join('\n');
  const judgements = new Map(sorted.map((one) => [keyOf(one), one]));
  const seen = new Set();
  const total = { files: 0, documented: 0, real: 0, false: 0, unsorted: 0, seconds: 0 };
  for (const folder of folders) {
    const checked = check(folder);
    total.files += checked.report.files;
    total.documented += checked.report.documented;
    total.seconds += checked.seconds;
    show(checked, (finding) => {
      const key = keyOf({ ...finding, package: folder.name, version: folder.version });
      const judgement = judgements.get(key)?.judgement ?? 'unsorted';
      seen.add(key);
      total[judgement]++;
      return judgement.padEnd(8);
    });
  }
  const perThousand = (count) => ((1000 * count) / Math.max(1, total.documented)).toFixed(2);
  console.log(
    `${folders.length} packages, ${total.files} files, ${total.documented} documented symbols, ${total.seconds.toFixed(0)} s`,
  );
  console.log(`${total.real} real, ${total.false} false, ${total.unsorted} not sorted`);
  console.log(`${perThousand(total.false)} false findings per 1,000 documented symbols`);
  const stale = isPinned ? sorted.filter((one) => !seen.has(keyOf(one))) : [];
  for (const one of stale) console.log(`no longer found: ${one.package} ${one.file} ${one.claim}`);
  if (isPinned && total.unsorted > 0) {
    console.error(
      `${total.unsorted} findings are not sorted; read each and add it to bench/accuracy-findings.json.`,
    );
    process.exitCode = 1;
  }
}

main();
