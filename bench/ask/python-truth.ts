import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { run } from '../run-command.ts';
import { factSchema, type Truth } from './fact.ts';

const script = fileURLToPath(new URL('python-truth.py', import.meta.url));

const modules = [
  'attr=attrs',
  'click=click',
  'flask=Flask',
  'httpx=httpx',
  'jinja2=Jinja2',
  'more_itertools=more-itertools',
  'networkx=networkx',
  'pydantic=pydantic',
  'requests=requests',
  'rich.console=rich',
  'rich.table=rich',
  'tqdm=tqdm',
];
const standard =
  'argparse ast asyncio base64 bisect calendar colorsys configparser contextlib copy csv dataclasses datetime difflib fractions ftplib functools getpass glob gzip heapq html http.client inspect json logging mailbox math os.path pathlib pickle platform pprint queue random re sched secrets shelve shlex shutil smtplib socket statistics string subprocess tempfile textwrap threading timeit tokenize traceback types typing unittest urllib.parse urllib.request uuid zipfile'.split(
    ' ',
  );

const outputSchema = z.object({
  facts: z.array(factSchema),
  names: z.record(z.string(), z.array(z.string())),
});

/** What the interpreter of a virtual environment says of its packages and its standard library. */
export function pythonTruth(python: string): Truth {
  const { facts, names } = outputSchema.parse(JSON.parse(run(python, [script, ...modules, ...standard])));
  return { facts, names: new Map(Object.entries(names).map(([name, own]) => [name, new Set(own)])) };
}
