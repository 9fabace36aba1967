import * as z from 'zod';
import { message } from '../../core/platform/index.ts';
import { askingServer } from './asking-server.ts';
import { connectionReport } from './connection-report.ts';
import { endpointCommand } from './endpoint-command.ts';
import type { EndpointOutcome } from './endpoint-outcome.ts';
import { activeEndpoint, findEndpoint } from './endpoint-settings.ts';
import type { EndpointTools } from './endpoint-tools.ts';
import { createEndpoints } from './endpoints.ts';

/** The URL or name of an endpoint of the settings; without it the active one is tested. */
const argumentSchema = z.object({ endpoint: z.string() });

/** Probes the model in use, or that of the endpoint handed over, and shows the report. */
export function testConnection(tools: EndpointTools, given: unknown): Promise<EndpointOutcome | undefined> {
  const { reports, render, log, version } = tools;
  const endpoints = createEndpoints(tools);
  const wanted = argumentSchema.safeParse(given).data?.endpoint;
  return endpointCommand(
    async () => {
      endpoints.gate.requireTrust();
      const settings = endpoints.settings();
      const endpoint = wanted === undefined ? activeEndpoint(settings) : findEndpoint(settings, wanted);
      const { url } = endpoint;
      const server = await endpoints.open(url, 'probe');
      const report = await askingServer(render(message('endpoint.testing', { url })), (signal) =>
        connectionReport(server, endpoint, { signal, render, version }),
      );
      await reports.show(`connection-${new URL(url).host}`, report);
      return { type: 'tested', url, report };
    },
    { render, log, tryAgain: () => testConnection(tools, given) },
  );
}
