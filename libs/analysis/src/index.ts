export { CHANGE_KINDS, type Change, type ChangeKind, type PublishedVersion } from './diff/change.js';
export { diffDefinitions } from './diff/diff-definitions.js';
export { tellChange, type ComparedTitles } from './diff/tell-change.js';
