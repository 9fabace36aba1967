import type { ParameterRecord, SignatureRecord } from './module-record.ts';
import type { OverloadAgreement } from './symbol-facts.ts';

/**
 * What every overload says as the first one does; `undefined` when there is one signature or none. `settled` are
 * the names whose default the code behind all of them decides.
 */
export function overloadAgreement(
  signatures: readonly SignatureRecord[],
  settled: readonly string[],
): OverloadAgreement | undefined {
  const [first, ...others] = signatures;
  if (first === undefined || others.length === 0) return undefined;
  const same = (say: (one: SignatureRecord) => unknown) =>
    others.every((one) => JSON.stringify(say(one)) === JSON.stringify(say(first)));
  return {
    returns: same(({ returns, isAsync }) => [returns?.value, isAsync]),
    names: same(({ parameters }) => parameters.map(({ name, kind }) => [name, kind])),
    optional: same(({ parameters }) => parameters.map(({ name, optional }) => [name, optional])),
    defaults: settled,
    parameters: first.parameters
      .map(({ name }) => name)
      .filter((name) => same(({ parameters }) => saidOf(parameters.find((one) => one.name === name)))),
  };
}

function saidOf(parameter: ParameterRecord | undefined): unknown {
  return parameter === undefined
    ? 'absent'
    : [parameter.type?.value, parameter.initial?.value, parameter.documented?.value, parameter.optional];
}
