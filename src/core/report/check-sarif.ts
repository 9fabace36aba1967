import type {
  ArtifactLocation,
  Fix,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { type ClaimKind, claimKinds, type Finding } from '../claims/index.ts';
import { message } from '../platform/index.ts';
import type { Range } from '../source/index.ts';
import type { CheckReport, FileFindings, ReportOptions, SkippedFile } from './check-report.ts';

/** What SARIF needs beside. */
export interface SarifOptions extends ReportOptions {
  /** The version of Factprobe. */
  readonly version: string;
}

/** Where relative places start: whoever reads the log knows it, so that no path of this machine gets into it. */
const root = '%SRCROOT%';

/**
 * The findings as SARIF 2.1.0 (OASIS Standard), for code scanning. A kind of claim is a rule, a contradiction is a
 * result of kind `fail`, evidence comes as related locations, skipped files as notifications. The objects are written
 * here: the format is data, and its builders on npm write files by themselves, which core can't.
 */
export function checkSarif(report: CheckReport, options: SarifOptions): string {
  const { render, version } = options;
  // What the baseline knows isn't in the log: code scanning would show it again.
  const state = report.known === undefined ? {} : { baselineState: 'new' as const };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Factprobe',
            version,
            semanticVersion: version,
            rules: claimKinds.map((kind) => ruleOf(kind, options)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { description: { text: render(message('report.sarif.root')) } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.skipped.map((skipped) => notificationOf(skipped, options)),
          },
        ],
        results: report.findings.flatMap((file) =>
          file.findings.map((finding) => ({ ...resultOf(file, finding, options), ...state })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(kind: ClaimKind, { render }: ReportOptions): ReportingDescriptor {
  const title = render(message(`kind.${kind}`));
  const help = render(message(`kind-help.${kind}`));
  return {
    id: kind,
    shortDescription: { text: title },
    fullDescription: { text: help },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['documentation'], precision: 'very-high', 'problem.severity': 'warning' },
  };
}

function resultOf(file: FileFindings, finding: Finding, options: SarifOptions): Result {
  const { render } = options;
  const { kind, verdict, severity, proof, confidence, decidedBy } = finding;
  const isContradicted = verdict === 'contradicted';
  return {
    ruleId: kind,
    ruleIndex: claimKinds.indexOf(kind),
    // A level says how bad a failure is; what is none has no level.
    kind: isContradicted ? 'fail' : verdict === 'supported' ? 'pass' : 'open',
    level: isContradicted ? (severity === 'warning' ? 'warning' : 'note') : 'none',
    message: { text: plainText(render(finding.message)) },
    locations: [{ physicalLocation: placeOf(file.path, quoted(finding.range, finding.claim), options) }],
    relatedLocations: finding.evidence.map((evidence, id) => ({
      id,
      physicalLocation: placeOf(evidence.path, quoted(evidence.range, evidence.quote), options),
      message: { text: plainText(originOf(evidence, options)) },
    })),
    partialFingerprints: { 'factprobeClaim/v1': finding.fingerprint },
    rank: confidence * 100,
    ...(finding.fix === null ? {} : { fixes: [fixOf(file.path, finding.fix, options)] }),
    properties: { verdict, proof, confidence, decidedBy },
  };
}

function originOf(evidence: Finding['evidence'][number], { render }: ReportOptions): string {
  const proof = render(message('report.sarif.proof'));
  if (evidence.package === undefined) return proof;
  const version = evidence.version ?? render(message('report.version-unknown'));
  return `${proof} (${evidence.package} ${version})`;
}

function fixOf(path: string, { title, edits }: NonNullable<Finding['fix']>, options: SarifOptions): Fix {
  return {
    description: { text: plainText(options.render(title)) },
    artifactChanges: [
      {
        artifactLocation: artifactOf(path, options),
        replacements: edits.map(({ range, newText }) => ({
          deletedRegion: regionOf(range),
          insertedContent: { text: newText },
        })),
      },
    ],
  };
}

function notificationOf({ file, reason }: SkippedFile, { render }: ReportOptions): Notification {
  const location: Location = {
    physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: root } },
  };
  return { level: 'note', message: { text: plainText(render(reason)) }, locations: [location] };
}

function placeOf(path: string, region: Region, options: SarifOptions): PhysicalLocation {
  return { artifactLocation: artifactOf(path, options), region };
}

/** A place below the root relative to it, any other one by its whole URI. */
function artifactOf(path: string, { nameOf }: ReportOptions): ArtifactLocation {
  const name = nameOf(path);
  const isOutside = name === '..' || name.startsWith('../') || /^(?:\/|[a-z]:)/i.test(name);
  if (!isOutside) return { uri: uriOf(name), uriBaseId: root };
  return { uri: `file://${path.startsWith('/') ? '' : '/'}${uriOf(path)}` };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** SARIF counts lines and columns from 1, and ends a region behind its last character, as we do. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function quoted(range: Range, text: string): Region {
  return { ...regionOf(range), snippet: { text } };
}

/** Foreign words that look like a link of SARIF stay words. */
function plainText(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}
