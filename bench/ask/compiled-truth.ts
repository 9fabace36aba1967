import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { factSchema, type Truth } from './fact.ts';

const outputSchema = z.object({
  facts: z.array(factSchema),
  names: z.record(z.string(), z.array(z.string())),
});

const goPackages =
  'bufio bytes context crypto/sha256 encoding/base64 encoding/binary encoding/csv encoding/json errors html io io/ioutil math math/big math/bits net net/http net/url os os/exec path path/filepath regexp runtime sort strconv strings sync time unicode unicode/utf8'.split(
    ' ',
  );
const javaClasses =
  'java.lang.String java.lang.Integer java.lang.Long java.lang.Double java.lang.Character java.lang.Thread java.lang.Runtime java.lang.System java.lang.Object java.lang.Process java.io.File java.io.BufferedReader java.io.DataInputStream java.io.ObjectOutputStream java.util.Date java.util.Calendar java.util.Optional java.util.Base64 java.util.Scanner java.util.UUID java.util.Locale java.util.concurrent.TimeUnit java.util.concurrent.CountDownLatch java.util.concurrent.Semaphore java.util.zip.ZipFile java.util.zip.Deflater java.net.URLDecoder java.net.URLConnection java.net.Socket java.net.HttpURLConnection java.net.InetAddress java.nio.file.Files java.nio.file.StandardOpenOption java.security.MessageDigest java.security.Signature java.time.DayOfWeek java.time.Duration java.math.RoundingMode java.math.BigDecimal java.text.DateFormat javax.crypto.Cipher'.split(
    ' ',
  );

/** What Go's type checker says of the standard library; a sentence where there is no Go. */
export function goTruth(): Truth | string {
  return truthOf('go', ['run', pathOf('go-truth.go'), ...goPackages]);
}

/** What the running JDK says of its classes by reflection; a sentence where there is none. */
export function javaTruth(): Truth | string {
  return truthOf('java', [pathOf('JavaTruth.java'), ...javaClasses]);
}

function truthOf(command: string, args: readonly string[]): Truth | string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error !== undefined) return `${command} is not installed`;
  if (status !== 0) return `${command} failed: ${stderr.split('\n')[0] ?? ''}`;
  const { facts, names } = outputSchema.parse(JSON.parse(stdout));
  return { facts, names: new Map(Object.entries(names).map(([name, own]) => [name, new Set(own)])) };
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
