import { runScript } from './host/plain-error.ts';
import { installServedModel } from './model/install-served-model.ts';
import { servedModelName } from './model/served-model.ts';
import { UnavailableError } from './model/unavailable-error.ts';

// `npm run install-model`: puts vLLM for the CPU and a small real model into the tools folder. Ends with 3 where this
// machine can't have them.
await runScript(async () => {
  try {
    const { folder } = await installServedModel();
    console.log(`${servedModelName} and vLLM are in ${folder}`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    console.error(error.message);
    return 3;
  }
});
