/** Replies that look right and aren't, by the cluster of the starter set. */
interface NearMisses {
  /** One value that is plainly another one: rules must call it incorrect. */
  readonly wrong: readonly string[];
  /** What must never pass as correct; a judge may be needed to say why. */
  readonly open: readonly string[];
}

export const nearMisses: Readonly<Record<string, NearMisses>> = {
  'js-typeof-null': { wrong: ['null', 'undefined', '"function"'], open: ['not an object', 'null (object)'] },
  'js-max-safe-integer': {
    wrong: ['9007199254740992', '2^53', '2147483647', '9,223,372,036,854,775,807'],
    open: ['9007199254740991 or 9007199254740992', '2 to the 53rd', '253 - 1'],
  },
  'js-flat-depth': { wrong: ['0', '2', 'Infinity', '-1'], open: ['1 or Infinity', 'all levels', '1, 2'] },
  'js-december': { wrong: ['12', '10', '0'], open: ['11, not 12? No, 12', '11 or 12', '11 months'] },
  'ts-non-nullable': {
    wrong: ['Exclude', 'Required', 'NonUndefined'],
    open: ['NonNullable and Exclude', 'Exclude<T, null>', 'NonNullable or Required'],
  },
  'py-weekday': {
    wrong: ['isoweekday', 'date.isoweekday()', 'dayOfWeek', 'day'],
    open: ['isoweekday, weekday', 'calendar.weekday', 'weekday() returns 0 for Sunday', 'weekday + 1'],
  },
  'py-round': {
    wrong: ['3', '2.5', '-2'],
    open: ['2 in Python 3.0, 3 later', '2 or 3', '3, rounded up from 2'],
  },
  'py-lru-cache': { wrong: ['256', 'None', '127'], open: ['128 MB', '128 KiB', 'None since 3.8, else 128'] },
  'py-stop-iteration': {
    wrong: ['StopAsyncIteration', 'GeneratorExit', 'IndexError'],
    open: ['IterationStop', 'StopIteration is not raised', 'StopIteration or IndexError'],
  },
  'java-integer-cache': {
    wrong: ['128', '255', '-128', '126'],
    open: ['127 or 128', '-128 to 127', '127 bytes'],
  },
  'java-list-of': {
    wrong: ['IllegalStateException', 'NullPointerException', 'ImmutableCollectionException'],
    open: ['OperationNotSupported', 'UnsupportedOperationException, IllegalStateException'],
  },
  'java-strip': {
    wrong: ['trim', 'stripLeading', 'String.stripTrailing()'],
    open: ['strip and trim', 'strip, trim', 'trim, also strip', 'Character.strip'],
  },
  'c-sizeof-char': { wrong: ['8', '2', '0', '4'], open: ['1 bit', '8 bits', '1 or more'] },
  'c-memmove': {
    wrong: ['memcpy', 'strcpy', 'memset', 'bcopy'],
    open: ['memcpy/memmove', 'wmemmove or memcpy'],
  },
  'c-fopen-append': { wrong: ['r+', 'w+', 'a', 'rw'], open: ['a+ or r+', 'a+b?', 'r+a'] },
  'cpp-vector-at': {
    wrong: ['std::range_error', 'std::length_error', 'IndexError'],
    open: ['std::exception', 'out of range error', 'boost::out_of_range'],
  },
  'cpp-shrink-to-fit': {
    wrong: ['resize', 'reserve', 'clear', 'shrink'],
    open: ['shrinkToFit', 'swap and shrink_to_fit', 'std::string::reserve'],
  },
  'cpp-stoi': {
    wrong: ['std::out_of_range', 'std::bad_cast', 'std::runtime_error'],
    open: ['std::logic_error (base of invalid_argument)', 'invalid_argument or out_of_range'],
  },
  'go-atoi': {
    wrong: ['math/big', 'string_conv'],
    open: ['strings', 'fmt', 'strconv and strings', 'text/strconv'],
  },
  'go-time-layout': {
    wrong: ['2005', '1970', '2009'],
    open: ['2006 or 2007', '2006 BC', '06', '2006, 1970'],
  },
  'go-defer': {
    wrong: ['FIFO', 'GOROUTINE'],
    open: ['first in, first out', 'LIFO and FIFO', 'first in, last run', 'in order', '先进先出', '随机'],
  },
  'rust-checked-add': {
    wrong: ['wrapping_add', 'saturating_add', 'overflowing_add', 'checked_sub'],
    open: ['checkedAdd', 'checked_add or wrapping_add', 'checked_add panics, so wrapping_add'],
  },
  'rust-unwrap-or-default': {
    wrong: ['unwrap_or', 'unwrap_or_else', 'unwrap'],
    open: ['unwrap_or(Default::default())', 'unwrap_or_default, unwrap_or', 'Result::unwrap_or_default'],
  },
  'rust-integer-default': {
    wrong: ['i64', 'u32', 'isize', 'u8'],
    open: ['i32 or i64', '32', 'i32, i64', 'int'],
  },
  'rust-string-length': { wrong: ['5', '7', '12'], open: ['6 characters', '5 or 6', '6 bits'] },
  'sql-count': { wrong: ['4', '3', '0'], open: ['2 or 4', '2 NULL', '2, since NULL counts it is 4'] },
  'sql-coalesce': {
    wrong: ['IFNULL', 'NVL', 'NULLIF'],
    open: ['COALESCE/NVL', 'ISNULL, COALESCE', 'COALESCE or IFNULL'],
  },
  'sql-sum-empty': {
    wrong: ['0', '1', 'undefined'],
    open: ['0 or NULL', 'NULL, then 0', 'not NULL', 'None, or 0'],
  },
  'php-strpos': { wrong: ['-1', 'null', 'true'], open: ['0', 'false or -1', '-1, not false', 'falsy'] },
  'php-spaceship': { wrong: ['1', '0', '-2'], open: ['-1 or 1', '1, -1', 'true'] },
  'shell-not-found': { wrong: ['126', '1', '128', '2'], open: ['127 or 126', '126/127', '127 seconds'] },
  'shell-parameter-count': { wrong: ['$@', '$*', '$?', '$0', '$1'], open: ['$# or $@', 'argc', '$#, $@'] },
  'shell-errexit': {
    wrong: ['noexec', 'pipe_fail', 'set_e'],
    open: ['nounset', 'pipefail', 'exit', 'errexit and nounset', 'errtrace or errexit'],
  },
  'csharp-try-parse': {
    wrong: ['-1', '5', '1', 'null'],
    open: ['0 or null', 'unchanged', '0, -1', 'default'],
  },
  'csharp-sealed': {
    wrong: ['static', 'final', 'abstract'],
    open: ['sealed or static', 'sealed abstract', 'unsealed'],
  },
  'ruby-each-cons': {
    wrong: ['each_slice', 'each_with_index', 'zip'],
    open: ['each_cons!', 'eachCons', 'each_cons, each_slice', 'Array#each_slice or each_cons'],
  },
  'ruby-division': { wrong: ['-3', '4', '-3.5', '3'], open: ['-4 or -3', '-3, truncated from -4', '-7/2'] },
  'kotlin-get-or-null': {
    wrong: ['getOrElse', 'elementAt', 'firstOrNull', 'get'],
    open: ['get_or_null', 'elementAtOrNull or getOrNull', 'getOrNull, getOrElse'],
  },
  'html-button-type': {
    wrong: ['button', 'reset', 'text/html'],
    open: ['submit or button', 'submit, reset', 'a button'],
  },
  'html-textarea-cols': { wrong: ['80', '2', '40'], open: ['20 rows', '20 or 80', '20 px', '20, 2'] },
};
