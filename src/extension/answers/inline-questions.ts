import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type AskParams, askMethod, askResultSchema } from '../../protocol/ask.ts';
import { documentSelector, isChecked } from '../languages.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import { answerComment } from './answer-comment.ts';
import { commentedQuestion } from './commented-question.ts';
import type { InlineAnswer } from './inline-answer.ts';

/** Milliseconds without a key before a question is asked: half of one has no answer. */
const patience = 250;
/** Why a question declines while it is being typed; none of it is worth a word. */
const unfinished = /^ask\.declined\.(?:not-understood|empty|too-long|no-symbol)$/;

export interface InlineQuestionsOptions {
  readonly server: ServerConnection;
  /** Says behind the line why a question has no answer. */
  readonly inline: InlineAnswer;
}

/**
 * Answers a question that is typed as a comment (`//? …`, `#? …`) by ghost text below it. Nothing is done on any other
 * line, and no model is asked.
 */
export function answerInlineQuestions({ server, inline }: InlineQuestionsOptions): vscode.Disposable {
  return vscode.languages.registerInlineCompletionItemProvider([...documentSelector], {
    async provideInlineCompletionItems(document, position, _context, token) {
      const line = document.lineAt(position.line);
      const asked = commentedQuestion(line.text, document.languageId);
      const isAtEnd = line.text.slice(position.character).trim() === '';
      if (asked === undefined || !isAtEnd || !isChecked(document)) return undefined;
      await wait(patience);
      if (token.isCancellationRequested) return undefined;
      const at = {
        uri: document.uri.toString(),
        position: { line: position.line, character: position.character },
      };
      const params: AskParams = { question: asked.question, at };
      const result = askResultSchema.parse(await server.request<unknown>(askMethod, params, token));
      const pathOf = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
      const comment = answerComment(result, { start: asked.start, pathOf });
      if (comment === undefined) {
        if (!unfinished.test(result.decidedBy)) inline.show(document, position.line, result.reason ?? '');
        return undefined;
      }
      // Asked and answered already.
      const next = position.line + 1 < document.lineCount ? document.lineAt(position.line + 1).text : '';
      if (next === comment) return undefined;
      const range = new vscode.Range(position, line.range.end);
      return [new vscode.InlineCompletionItem(`\n${comment}`, range)];
    },
  });
}
