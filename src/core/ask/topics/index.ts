import type { Topic } from '../question.ts';
import { answerAllowed } from './allowed.ts';
import { answerDefault } from './default.ts';
import { answerDeprecated } from './deprecated.ts';
import { answerNature } from './nature.ts';
import { answerOneParameter } from './one-parameter.ts';
import { answerParameterList } from './parameter-list.ts';
import { answerRaises } from './raises.ts';
import { answerReturns } from './returns.ts';
import { answerSince } from './since.ts';
import type { Answerer } from './topic.ts';
import { answerType } from './type.ts';
import { answerVersion } from './version.ts';

/** Who answers what, the registry. */
export const answerers: Readonly<Record<Topic, Answerer>> = {
  default: answerDefault,
  'has-default': answerDefault,
  type: answerType,
  parameters: answerParameterList,
  'required-parameters': answerParameterList,
  'optional-parameters': answerParameterList,
  options: answerParameterList,
  'parameter-count': answerParameterList,
  'required-count': answerParameterList,
  'optional-count': answerParameterList,
  'nth-parameter': answerOneParameter,
  position: answerOneParameter,
  'is-parameter': answerOneParameter,
  'is-required': answerOneParameter,
  'is-optional': answerOneParameter,
  'is-keyword-only': answerOneParameter,
  returns: answerReturns,
  deprecated: answerDeprecated,
  'deprecation-note': answerDeprecated,
  replacement: answerDeprecated,
  'deprecated-since': answerDeprecated,
  raises: answerRaises,
  since: answerSince,
  allowed: answerAllowed,
  'is-async': answerNature,
  'is-generator': answerNature,
  version: answerVersion,
};
