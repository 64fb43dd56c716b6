export { CHANGE_KINDS, type Change, type ChangeKind, type PublishedVersion } from './diff/change.js';
export { diffDefinitions } from './diff/diff-definitions.js';
export { tellChange, type ComparedTitles } from './diff/tell-change.js';
export { dryRun, type FormJudge } from './dry-run/dry-run.js';
export type { CaseRecording, PastBeginning, PastFact, PastStep } from './dry-run/case-recording.js';
export type { DryRunVerdict, StopReason, Way } from './dry-run/verdict.js';
