import { describe, it } from 'vitest';
import { expectContradicted, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('default', 'parameter-name', 'returns');

describe('comments of shell scripts', () => {
  it.each([
    ['# How many 连接 😀.\n# ⟦Defaults to 10⟧.\nSIZE=20', '20', '10'],
    ['# How many, ⟦10 by default⟧.\nSIZE=\x24{SIZE:-20}', '20', '10'],
    ['# The name, ⟦default "a"⟧.\nexport SIZE=\'b\'', "'b'", '"a"'],
    ['if true; then\n  # The name, ⟦default is "a"⟧.\n  SIZE="b"\nfi', '"b"', '"a"'],
  ])('contradict an initial value in %s', async (code, actual, documented) => {
    await expectContradicted(
      'shellscript',
      `#!/bin/bash\n\n${code}\n`,
      `The default of SIZE is ${actual}, not ${documented}.`,
    );
  });

  it.each([
    ['a variable that changes', '# Defaults to 10.\nSIZE=5\nSIZE=10', 'unverified'],
    ['the default of another variable', '# Defaults to 10.\nSIZE=\x24{OTHER:-5}'],
    ['a computed value', '# Defaults to 10.\nSIZE="$(nproc)"', 'unverified'],
    ['the same value', '# Defaults to 10.\nSIZE=\x24{SIZE:=10}', 'supported'],
    ['a local variable', 'f() {\n  # Defaults to 10.\n  local size=5\n}'],
    [
      'parameters by number',
      '# Arguments:\n#   $1 - the host\n# Returns:\n#   0 on success\nf() { echo "$2"; }',
    ],
    ['a comment apart from the code', '# Defaults to 10.\n\nSIZE=5'],
    ['a comment behind the code before', 'A=1 # Defaults to 10.\nSIZE=5'],
    ['half a script', '# Defaults to 10.\nSIZE=${'],
  ])('stay quiet about %s', async (_case, code, ...verdicts) => {
    await quiet('shellscript', `#!/bin/bash\n\n${code}\n`, ...verdicts);
  });
});
