import { IntlMessageFormat } from 'intl-messageformat';
import english from '../../l10n/messages.en.json' with { type: 'json' };
import chinese from '../../l10n/messages.zh-cn.json' with { type: 'json' };
import type { Message, MessageId } from '../core/platform/index.ts';

/** Turns a message into a sentence of one language. */
export type Renderer = (message: Message) => string;

/** The languages that there is a catalogue for. */
export type Locale = 'en' | 'zh-cn';

const catalogues: Readonly<Record<Locale, Readonly<Record<MessageId, string>>>> = {
  en: english,
  'zh-cn': chinese,
};

/** The catalogue for a locale name as editors and shells write it (`zh-cn`, `zh_CN.UTF-8`); English for all others. */
export function localeOf(name: string | undefined): Locale {
  return /^zh\b|^zh[-_]/i.test(name ?? '') ? 'zh-cn' : 'en';
}

/** The locale that the environment asks for: `FACTPROBE_LOCALE`, else the shell's own variables. */
export function localeOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Locale {
  const { FACTPROBE_LOCALE, LC_ALL, LC_MESSAGES, LANG } = environment;
  return localeOf(FACTPROBE_LOCALE || LC_ALL || LC_MESSAGES || LANG);
}

/** A renderer for a locale. An id that the catalogue lacks comes out as itself. */
export function createRenderer(locale: Locale): Renderer {
  const formats = new Map<string, IntlMessageFormat>();
  return ({ id, values }) => {
    const text: string | undefined = catalogues[locale][id];
    if (text === undefined) return id;
    let format = formats.get(id);
    if (format === undefined) {
      format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      formats.set(id, format);
    }
    return String(format.format(values));
  };
}
