/** How many berths a quay has when its plan doesn't say. */
const BERTHS = 12;

/**
 * Finds a free berth.
 *
 * @param {string[]} ships Names of the ships that are moored.
 * @param {object} [options]
 * @param {number} [options.berths=12] How many berths there are.
 * @param {string} [options.side='port'] Which side of the quay comes first.
 * @returns {number} The berth, counted from zero.
 */
export function freeBerth(ships, options = {}) {
  const { berths = BERTHS, side = 'starboard' } = options;
  const order = [...Array(berths).keys()];
  return (side === 'port' ? order : order.reverse()).find((berth) => ships[berth] === undefined) ?? -1;
}

/**
 * Writes the harbour master's note to the log.
 *
 * @param {string} note What is written.
 * @param {Date} dayt When it happened.
 * @returns {boolean} Whether it was written.
 */
export function writeNote(note, date) {
  console.log(`${date.toISOString()} ${note}`);
}

/**
 * 等待泊位空出。
 *
 * @param {number} minutes 等待的分钟数，默认为 30。
 * @returns {Promise<void>}
 */
export async function waitForBerth(minutes = 45) {
  await new Promise((resolve) => setTimeout(resolve, minutes * 60_000));
}
