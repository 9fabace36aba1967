import { type Message, message } from '../../core/platform/index.ts';

/** What is known about the file in front. */
export type FileStatus =
  | { readonly type: 'failed' }
  | { readonly type: 'off' }
  | { readonly type: 'language-off'; readonly language: string }
  | { readonly type: 'checking' }
  | { readonly type: 'running'; readonly progress: string }
  | { readonly type: 'skipped'; readonly reason: string }
  | { readonly type: 'checked'; readonly contradicted: number };

export interface StatusLook {
  /** Name of a codicon. */
  readonly icon: string;
  readonly text: Message;
  /** Whether the bar shows the product's name alone, the text being in the tooltip. */
  readonly isWordless: boolean;
  /** What a click runs. */
  readonly command: string;
}

const log = 'factprobe.showLog';
const notifications = 'notifications.showList';
const options = 'factprobe.checkingOptions';

/** How the status bar shows it. */
export function statusLook(status: FileStatus): StatusLook {
  switch (status.type) {
    case 'failed':
      return { icon: 'error', text: message('status.failed'), isWordless: true, command: log };
    case 'off':
      return { icon: 'circle-slash', text: message('status.off'), isWordless: true, command: options };
    case 'language-off': {
      const text = message('status.language-off', { language: status.language });
      return { icon: 'circle-slash', text, isWordless: true, command: options };
    }
    case 'checking':
      return { icon: 'sync~spin', text: message('status.checking'), isWordless: true, command: options };
    case 'running': {
      const text = message('status.running', { progress: status.progress });
      return { icon: 'beaker', text, isWordless: false, command: notifications };
    }
    case 'skipped': {
      const text = message('extension.not-checked', { reason: status.reason });
      return { icon: 'circle-slash', text, isWordless: true, command: options };
    }
    case 'checked': {
      const { contradicted } = status;
      const text = message('status.checked', { contradicted });
      const isWordless = contradicted === 0;
      return { icon: isWordless ? 'verified' : 'warning', text, isWordless, command: options };
    }
  }
}
