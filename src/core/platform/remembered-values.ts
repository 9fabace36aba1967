/** Values that are made once for an owner and a key; an owner's are forgotten with it, and when there are too many. */
export class RememberedValues<Value extends object> {
  readonly #values = new WeakMap<object, Map<string, Value>>();
  readonly #most: number;

  /** `most` is how many one owner may have. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** The value of a key, made now if it is asked for the first time. */
  get(owner: object, key: string, make: () => Value): Value {
    const values = this.#values.get(owner) ?? new Map<string, Value>();
    this.#values.set(owner, values);
    const known = values.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (values.size >= this.#most) values.clear();
    values.set(key, made);
    return made;
  }
}
