// Counts false alarms of `factprobe check` on packages that nobody planted anything in: installs pinned versions into
// a folder of its own, checks each with an empty cache, and compares every finding with how a person sorted it
// (accuracy-findings.json). Ends with 1 when a finding is not sorted yet, and with 2 when something could not be run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { PlainError, runScript } from '../scripts/host/plain-error.ts';
import { installedPackages, packagesFolder } from './installed-packages.ts';

const bundle = resolve('dist/cli.cjs');
const sortedFile = new URL('accuracy-findings.json', import.meta.url);
const verdicts = ['supported', 'contradicted', 'unverified'];

/** A folder to check; `name` and `version` are what findings are sorted under. */
function folderOf(path) {
  return { name: basename(path), version: '', path: resolve(path) };
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
    throw new PlainError(`factprobe check failed on ${folder.path} (exit ${status}):\n${stderr}`);
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

async function main() {
  const named = process.argv.slice(2);
  const isPinned = named.length === 0;
  const folders = isPinned ? installedPackages(packagesFolder()) : named.map(folderOf);
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
    return 1;
  }
  return 0;
}

await runScript(main);
