export { benchJson, benchMarkdown, benchText } from './bench.ts';
export { checkJson } from './check-json.ts';
export type { CheckReport, FileFindings, ReportOptions, SkippedFile } from './check-report.ts';
export { checkText, plainStyle, type TextStyle } from './check-text.ts';
export { type DoctorReport, doctorJson, doctorMarkdown, doctorText, type ServerReport } from './doctor.ts';
