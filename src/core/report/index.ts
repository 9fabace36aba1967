export { askJson } from './ask-json.ts';
export { askText } from './ask-text.ts';
export { benchJson, benchMarkdown, benchText } from './bench.ts';
export { checkJson } from './check-json.ts';
export type { CheckReport, FileFindings, SkippedFile } from './check-report.ts';
export { checkText } from './check-text.ts';
export { type DoctorReport, doctorJson, doctorMarkdown, doctorText, type ServerReport } from './doctor.ts';
export { plainStyle, type TextStyle } from './text-style.ts';
