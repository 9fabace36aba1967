export { askJson } from './ask-json.ts';
export { askText } from './ask-text.ts';
export { type Baseline, baselineText, readBaseline, withoutKnown } from './baseline.ts';
export { benchJson, benchMarkdown, benchText } from './bench.ts';
export { checkJson } from './check-json.ts';
export { checkMarkdown } from './check-markdown.ts';
export {
  type CheckReport,
  contradictedCount,
  type FileFindings,
  type ReportOptions,
  type SkippedFile,
} from './check-report.ts';
export { checkSarif } from './check-sarif.ts';
export { checkText } from './check-text.ts';
export { type DoctorReport, doctorJson, doctorMarkdown, doctorText, type ServerReport } from './doctor.ts';
export { indexSentences, indexText } from './index-text.ts';
export { progressText } from './progress.ts';
export { rateTable, rateText, rateTitle } from './rate-table.ts';
export { failureRemedy, runCounts, runFacts, runNotes } from './run-facts.ts';
export { type RunItem, runItems } from './run-items.ts';
export { plainStyle, type TextStyle } from './text-style.ts';
