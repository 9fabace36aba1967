import type { Ecosystem } from '../evidence/index.ts';

/** What a question wants to know; each has one file that answers it (or shares one) in `topics/`. */
export type Topic =
  | 'default'
  | 'has-default'
  | 'type'
  | 'parameters'
  | 'required-parameters'
  | 'optional-parameters'
  | 'options'
  | 'parameter-count'
  | 'required-count'
  | 'optional-count'
  | 'nth-parameter'
  | 'position'
  | 'is-parameter'
  | 'is-required'
  | 'is-optional'
  | 'is-keyword-only'
  | 'returns'
  | 'deprecated'
  | 'deprecation-note'
  | 'replacement'
  | 'deprecated-since'
  | 'raises'
  | 'since'
  | 'allowed'
  | 'is-async'
  | 'is-generator'
  | 'version';

/** The parameter that a question names, by its name or by its place. */
export type ParameterReference =
  | {
      readonly name: string;
      /** Whether the question itself calls it a parameter, so that no property of that name is meant. */
      readonly isSaidToBe: boolean;
    }
  /** From 1; from -1 backwards, counted from the end. */
  | { readonly ordinal: number };

/** The symbol that a question names. */
export interface SymbolPhrase {
  /** Outermost first, with dots: `requests.Session.get`; empty when a package alone is named. */
  readonly name: string;
  /** Where the question says which package it is. */
  readonly package?: string;
  /** Where the question says which language it is about. */
  readonly ecosystem?: Ecosystem;
  /** Where the question asks for one version: digits and dots, or `latest`. */
  readonly version?: string;
}

/** A question taken apart. */
export interface Question {
  readonly topic: Topic;
  readonly parameter?: ParameterReference;
  /** Absent when the question names none: the one under the cursor is meant. */
  readonly symbol?: SymbolPhrase;
}
