import * as z from 'zod';

const bodySchema = z.object({ messages: z.array(z.object({ content: z.string() })) });

/** The numbered passages that a request to a model carries, the first one first. */
export function sentPassages(body: unknown): readonly string[] {
  const { messages } = bodySchema.parse(body);
  const text = messages.at(-1)?.content ?? '';
  return [...text.matchAll(/^\[\d+\][^\n]*\n<<(\w+)\n([\s\S]*?)\n\1>>$/gm)].map(([, , quote = '']) => quote);
}
