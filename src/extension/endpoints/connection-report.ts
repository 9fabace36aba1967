import { chooseModel, type ModelServer, probeModel } from '../../core/model/index.ts';
import { type CancellationSignal, FactprobeError, message } from '../../core/platform/index.ts';
import { doctorMarkdown } from '../../core/report/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { ConfiguredEndpoint } from './endpoint-settings.ts';

export interface ConnectionReportOptions {
  readonly signal: CancellationSignal;
  readonly render: Renderer;
  /** Factprobe's own version. */
  readonly version: string;
}

/** Probes the endpoint's model and reports as `doctor` does. Rejects with a `FactprobeError`, or when cancelled. */
export async function connectionReport(
  server: ModelServer,
  { model: wanted }: ConfiguredEndpoint,
  { signal, render, version }: ConnectionReportOptions,
): Promise<string> {
  const models = await server.listModels(signal);
  if (wanted === undefined && models.length > 1) throw new FactprobeError(message('endpoint.no-model'));
  const choice = chooseModel(models, wanted);
  if ('problem' in choice) throw new FactprobeError(choice.problem);
  const probed = await probeModel(server, choice.model, signal);
  const report = {
    factprobe: version,
    node: process.version,
    server: { url: server.baseUrl, models: models.map(({ id }) => id), probed },
  };
  const heading = render(message('endpoint.report', { url: server.baseUrl }));
  return `# ${heading}\n\n${doctorMarkdown(report, { render })}`;
}
