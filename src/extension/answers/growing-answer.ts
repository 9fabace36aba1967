import type { AskProgress, AskResult } from '../../protocol/ask.ts';
import type { AnswerHistory, KeptAnswer } from './answer-history.ts';

/** What shows answers. */
export interface AnswerDisplay {
  reveal(): Promise<void>;
  append(answer: number, text: string): void;
}

/** One answer on its way into history and view: at once what evidence said, then what the model says, then all of it. */
export class GrowingAnswer {
  readonly #history: AnswerHistory;
  readonly #display: AnswerDisplay;
  #kept: KeptAnswer | undefined;

  constructor(history: AnswerHistory, display: AnswerDisplay) {
    this.#history = history;
    this.#display = display;
  }

  /** Names the answer once it is shown. */
  get id(): number | undefined {
    return this.#kept?.id;
  }

  /** What evidence said, once a model is asked. */
  get evidence(): AskResult | undefined {
    return this.#kept?.result;
  }

  receive(progress: AskProgress): void {
    if (progress.type === 'asking') this.#begin(progress.evidence, progress.model);
    else this.#grow(progress.text);
  }

  /** Shows the answer in whole. */
  async finish(result: AskResult): Promise<void> {
    if (this.#kept === undefined) this.#kept = this.#history.add(result);
    else this.#replace({ ...this.#kept, result, saying: null });
    await this.#display.reveal();
  }

  #begin(result: AskResult, model: string | null): void {
    const saying = { model, text: '' };
    if (this.#kept === undefined) this.#kept = this.#history.add(result, saying);
    else this.#replace({ ...this.#kept, saying });
    void this.#display.reveal();
  }

  #grow(text: string): void {
    const { saying } = this.#kept ?? {};
    if (this.#kept === undefined || saying == null) return;
    this.#replace({ ...this.#kept, saying: { ...saying, text: saying.text + text } });
    this.#display.append(this.#kept.id, text);
  }

  #replace(kept: KeptAnswer): void {
    this.#kept = kept;
    this.#history.replace(kept);
  }
}
