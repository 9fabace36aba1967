export { checkJson } from './check-json.ts';
export type { CheckReport, FileFindings, ReportOptions, SkippedFile } from './check-report.ts';
export { checkText, plainStyle, type TextStyle } from './check-text.ts';
