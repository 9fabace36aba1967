import type { Declaration, DocComment, ScannedSource, Span } from '../../source/index.ts';

/** What a claim is about, as far as its place in the text matters. */
export interface SubjectOfClaim {
  /** Where the claim's comment or what it documents begins, whichever comes first. */
  readonly start: number;
  /** Absent for a comment in prose. */
  readonly doc?: DocComment;
}

/** The declaration or statement whose comment holds a claim; `undefined` when there is none. */
export function subjectOfClaim(
  { declarations, statements }: Pick<ScannedSource, 'declarations' | 'statements'>,
  claim: Span,
): SubjectOfClaim | undefined {
  const declaration = declarations.find(({ doc }) => doc !== undefined && holds(doc.span, claim));
  if (declaration !== undefined) return ofDeclaration(declaration);
  const statement = statements.find(({ span }) => holds(span, claim));
  if (statement === undefined) return undefined;
  return { start: Math.min(statement.span.start, statement.statement.span.start) };
}

function ofDeclaration({ doc, span }: Declaration): SubjectOfClaim {
  return doc === undefined ? { start: span.start } : { start: Math.min(span.start, doc.span.start), doc };
}

/** Whether a span lies in another one. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
