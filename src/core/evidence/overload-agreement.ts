import type { ParameterRecord, SignatureRecord } from './module-record.ts';
import type { OverloadAgreement } from './symbol-facts.ts';

/**
 * What every overload says as the first one does; `undefined` when there is one signature or none. `settled` are
 * the names whose default the code behind all of them decides; `behind` is that code, which may take more than
 * they tell.
 */
export function overloadAgreement(
  signatures: readonly SignatureRecord[],
  settled: readonly string[],
  behind?: SignatureRecord,
): OverloadAgreement | undefined {
  const [first, ...others] = signatures;
  if (first === undefined || others.length === 0) return undefined;
  const same = (say: (one: SignatureRecord) => unknown) =>
    others.every((one) => JSON.stringify(say(one)) === JSON.stringify(say(first)));
  const isSameBehind = (say: (one: SignatureRecord) => unknown) =>
    behind === undefined || JSON.stringify(say(behind)) === JSON.stringify(say(first));
  return {
    returns: same(({ returns, isAsync }) => [returns?.value, isAsync]),
    names: same(namesOf) && isSameBehind(namesOf),
    optional: same(necessityOf) && isSameBehind(necessityOf),
    defaults: settled,
    parameters: first.parameters
      .map(({ name }) => name)
      .filter((name) => same(({ parameters }) => saidOf(parameters.find((one) => one.name === name)))),
  };
}

function namesOf({ parameters }: SignatureRecord): unknown {
  return parameters.map(({ name, kind }) => [name, kind]);
}

function necessityOf({ parameters }: SignatureRecord): unknown {
  return parameters.map(({ name, optional }) => [name, optional]);
}

function saidOf(parameter: ParameterRecord | undefined): unknown {
  return parameter === undefined
    ? 'absent'
    : [parameter.type?.value, parameter.initial?.value, parameter.documented?.value, parameter.optional];
}
