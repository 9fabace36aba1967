import * as vscode from 'vscode';
import * as z from 'zod';
import { escapeMarkdown, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import {
  type AgentToolName,
  type AgentToolResult,
  askedFactSchema,
  checkedCommentsSchema,
} from '../../protocol/agent-tools.ts';
import { isAskable, isChecked } from '../languages.ts';
import { callAgentTool } from './call-agent-tool.ts';
import type { AgentOptions } from './language-model-tools.ts';

/** Answers in the chat: `/ask`, which a plain question is too, and `/check`. */
export function createChatHandler({ server, render }: AgentOptions): vscode.ChatRequestHandler {
  return (request, _context, stream, token) =>
    answerInChat(request, {
      call: (tool, input) => callAgentTool(server, { tool, input }, token),
      render,
      stream,
    });
}

/** What answering in the chat needs. */
export interface Talk {
  readonly call: (tool: AgentToolName, input: unknown) => Promise<AgentToolResult>;
  readonly render: Renderer;
  readonly stream: Pick<vscode.ChatResponseStream, 'markdown' | 'anchor' | 'reference' | 'progress'>;
}

/** Answers one request: `/check` checks what is attached, else the file in front; anything else is a question. */
export async function answerInChat(
  { command, prompt, references }: Pick<vscode.ChatRequest, 'command' | 'prompt' | 'references'>,
  talk: Talk,
): Promise<void> {
  return command === 'check' ? check(referencedFiles(references), talk) : ask(prompt, talk);
}

async function ask(prompt: string, { stream, call, render }: Talk): Promise<void> {
  const question = prompt.trim();
  if (question === '') return stream.markdown(render(message('agent.chat-no-question')));
  const at = placeInFront();
  const input = { question, ...(at === undefined ? {} : { at }) };
  const { text, data } = await call('ask_api_fact', input);
  if (data === null) return stream.markdown(escapeMarkdown(text));
  const { answer, reason, evidence } = askedFactSchema.parse(data);
  stream.markdown(escapeMarkdown(answer ?? render(message('agent.chat-declined', { reason: reason ?? '' }))));
  quote(evidence, stream);
}

async function check(files: readonly vscode.Uri[], { stream, call, render }: Talk): Promise<void> {
  const front = vscode.window.activeTextEditor?.document;
  const paths = files.length > 0 || front === undefined || !isChecked(front) ? files : [front.uri];
  if (paths.length === 0) return stream.markdown(render(message('agent.chat-no-file')));
  stream.progress(render(message('status.checking')));
  const input = { paths: paths.map(({ fsPath }) => fsPath) };
  const { text, data } = await call('check_comments', input);
  if (data === null) return stream.markdown(escapeMarkdown(text));
  const { findings, claims, skipped, omitted } = checkedCommentsSchema.parse(data);
  const contradicted = findings.length + omitted;
  stream.markdown(escapeMarkdown(render(message('extension.checked', { contradicted, claims }))));
  for (const { file, range, message: reason, evidence } of findings) {
    stream.markdown(`\n\n**${escapeMarkdown(render(message('verdict.contradicted')))}** `);
    stream.anchor(locationOf(file, range), `${file}:${range.start.line + 1}`);
    stream.markdown(` ${escapeMarkdown(reason)}`);
    quote(evidence, stream);
  }
  if (omitted > 0) stream.markdown(`\n\n${render(message('agent.more-findings', { count: omitted }))}`);
  for (const { file, reason } of skipped) stream.markdown(`\n\n${escapeMarkdown(`${file}: ${reason}`)}`);
}

type Evidence = z.infer<typeof askedFactSchema>['evidence'];

/** Each quote under its place, which is a reference of the answer as well. */
function quote(evidence: Evidence, stream: Talk['stream']): void {
  for (const { file, range, quote: text, package: owner, version } of evidence) {
    const place = locationOf(file, range);
    stream.reference(place);
    stream.markdown('\n\n');
    stream.anchor(place, `${file}:${range.start.line + 1}`);
    const from = owner === null ? '' : ` (${[owner, version].filter((part) => part !== null).join(' ')})`;
    const shown = new vscode.MarkdownString(escapeMarkdown(from));
    shown.appendCodeblock(text);
    stream.markdown(shown);
  }
}

type Range = Evidence[number]['range'];

function locationOf(file: string, { start, end }: Range): vscode.Location {
  const isAbsolute = /^(?:\/|[a-z]:)/i.test(file);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = isAbsolute || folder === undefined ? vscode.Uri.file(file) : vscode.Uri.joinPath(folder, file);
  return new vscode.Location(uri, new vscode.Range(start.line, start.character, end.line, end.character));
}

function placeInFront(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isAskable(editor.document) || editor.document.uri.scheme !== 'file')
    return undefined;
  if (vscode.workspace.getWorkspaceFolder(editor.document.uri) === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return `${editor.document.uri.fsPath}:${line + 1}:${character + 1}`;
}

const uriSchema = z.custom<vscode.Uri>((value) => value instanceof vscode.Uri);

function referencedFiles(references: readonly vscode.ChatPromptReference[]): readonly vscode.Uri[] {
  return references.flatMap(({ value }) => {
    const uri = uriSchema.safeParse(value instanceof vscode.Location ? value.uri : value).data;
    return uri === undefined || uri.scheme !== 'file' ? [] : [uri];
  });
}
