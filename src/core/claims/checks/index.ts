import type { Check } from '../check.ts';
import { allowedValuesCheck } from './allowed-values.ts';
import { asyncCheck } from './async.ts';
import { comparisonCheck } from './comparison.ts';
import { constantCheck } from './constant.ts';
import { defaultCheck } from './default.ts';
import { deprecatedCheck } from './deprecated.ts';
import { packageCheck } from './package.ts';
import { parameterNameCheck } from './parameter-name.ts';
import { parameterTypeCheck } from './parameter-type.ts';
import { raisesCheck } from './raises.ts';
import { referenceCheck } from './reference.ts';
import { returnTypeCheck } from './return-type.ts';
import { returnsCheck } from './returns.ts';
import { sinceCheck } from './since.ts';
import { yieldsCheck } from './yields.ts';

/** Every check, the registry. */
export const checks: readonly Check[] = [
  defaultCheck,
  parameterNameCheck,
  returnsCheck,
  yieldsCheck,
  asyncCheck,
  allowedValuesCheck,
  parameterTypeCheck,
  returnTypeCheck,
  constantCheck,
  comparisonCheck,
  raisesCheck,
  referenceCheck,
  sinceCheck,
  deprecatedCheck,
  packageCheck,
];
