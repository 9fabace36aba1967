import * as z from 'zod';
import { rangeSchema } from '../core/source/index.ts';
import { documentPlaceSchema } from './ask.ts';

/** Server to client: what the editor's own language support knows of the symbol at a place. */
export const editorKnowledgeMethod = 'factprobe/editorKnowledge';

export const editorKnowledgeParamsSchema = z
  .object({
    at: documentPlaceSchema,
    /** The client answers with nothing when the symbol there is not one that the question names. */
    question: z.string(),
  })
  .readonly();

export type EditorKnowledgeParams = z.infer<typeof editorKnowledgeParamsSchema>;

export const editorKnowledgeSchema = z
  .object({
    /** The name at the place. */
    symbol: z.string(),
    /** What hovers and signature help say, plain text of strangers, each at most some hundred characters long. */
    texts: z.array(z.string()).readonly(),
    /** Where it is defined: the file's text of that range, verbatim. */
    definitions: z
      .array(z.object({ uri: z.string(), range: rangeSchema, quote: z.string() }).readonly())
      .readonly(),
  })
  .readonly();

/** What an editor knows; `null` when it knows nothing. */
export type EditorKnowledge = z.infer<typeof editorKnowledgeSchema>;
