/** The sentence in the language that this boot of the editor is in. */
export function inEditorLanguage(english: string, chinese: string): string {
  return process.env.FACTPROBE_LOCALE === 'zh-cn' ? chinese : english;
}
