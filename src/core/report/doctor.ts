import type { IndexStatus } from '../evidence/index.ts';
import type { Capabilities, ProbedModel } from '../model/index.ts';
import { type Message, message } from '../platform/index.ts';

/** What `doctor` found out. */
export interface DoctorReport {
  /** Factprobe's version. */
  readonly factprobe: string;
  /** Node's version, as Node writes it: `v24.1.0`. */
  readonly node: string;
  /** Absent where it wasn't opened. */
  readonly index?: IndexStatus;
  /** `null` when no endpoint was named. */
  readonly server: ServerReport | null;
}

/** A server, and its model as far as it could be asked. */
export interface ServerReport {
  /** Base URL. */
  readonly url: string;
  /** Ids of the models that it lists. */
  readonly models: readonly string[];
  readonly probed: ProbedModel;
}

interface Rendering {
  readonly render: (text: Message) => string;
}

interface Line {
  readonly label: string;
  readonly value: string;
}

/** For a person on a terminal: one line a fact. */
export function doctorText(report: DoctorReport, { render }: Rendering): string {
  const lines = linesOf(report, render);
  const width = Math.max(...lines.map(({ label }) => displayWidth(label)));
  return lines
    .map(({ label, value }) => `${label}${' '.repeat(width - displayWidth(label))}  ${value}\n`)
    .join('');
}

/** For an issue or a wiki: a table. */
export function doctorMarkdown(report: DoctorReport, { render }: Rendering): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
  const rows = linesOf(report, render).map(({ label, value }) => `| ${cell(label)} | ${cell(value)} |`);
  return ['| | |', '|---|---|', ...rows, ''].join('\n');
}

/** For a program; docs/doctor.md describes it. */
export function doctorJson({ factprobe, node, index, server }: DoctorReport): string {
  const whole = {
    version: 1,
    factprobe,
    node,
    index: index ?? null,
    server: server === null ? null : serverJson(server),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function serverJson({ url, models, probed }: ServerReport) {
  return {
    url,
    software: probed.model.owner ?? null,
    softwareVersion: probed.serverVersion ?? null,
    models,
    model: probed.model.id,
    contextTokens: probed.model.contextTokens ?? null,
    milliseconds: Math.round(probed.milliseconds),
    capabilities: probed.capabilities,
  };
}

/** In the order in which features lean on them. */
const capabilityNames = [
  'streaming',
  'jsonSchema',
  'choice',
  'logprobs',
  'usage',
  'thinking',
  'refusesUnknownModel',
] as const satisfies readonly (keyof Capabilities)[];

function linesOf(
  { factprobe, node, index, server }: DoctorReport,
  render: Rendering['render'],
): readonly Line[] {
  const own = [
    { label: 'Factprobe', value: factprobe },
    { label: 'Node', value: node },
    ...(index === undefined
      ? []
      : [
          {
            label: render(message('doctor.index')),
            value: index.path ?? render(message('doctor.index-in-memory')),
          },
        ]),
  ];
  if (server === null) {
    return [...own, { label: render(message('doctor.server')), value: render(message('doctor.no-server')) }];
  }
  const { url, models, probed } = server;
  const { owner, contextTokens, id } = probed.model;
  const software = [owner, probed.serverVersion].filter((part) => part !== undefined).join(' ');
  const unknown = render(message('doctor.unknown'));
  return [
    ...own,
    { label: render(message('doctor.server')), value: url },
    { label: render(message('doctor.software')), value: software === '' ? unknown : software },
    { label: render(message('doctor.models')), value: models.join(', ') },
    { label: render(message('doctor.model')), value: id },
    {
      label: render(message('doctor.context')),
      value:
        contextTokens === undefined ? unknown : render(message('doctor.tokens', { count: contextTokens })),
    },
    {
      label: render(message('doctor.reply')),
      value: render(message('doctor.milliseconds', { count: Math.round(probed.milliseconds) })),
    },
    ...capabilityNames.map((name) => ({
      label: render(message(`doctor.can.${name}`)),
      value: render(message(probed.capabilities[name] ? 'doctor.yes' : 'doctor.no')),
    })),
  ];
}

/** Columns of a text on a terminal: Chinese characters and full-width forms take two. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/u.test(character) ? 2 : 1),
    0,
  );
}
