export { BaseMismatch } from './demo/base-kind.js';
export { checkSamples } from './demo/check-samples.js';
export { loadDemoBase, loadOwnBase, type BaseRequest, type LoadedBase } from './demo/load-base.js';
export { resetDemoPasswords } from './demo/reset-demo-passwords.js';
export { setUp, type SetUpDone } from './demo/set-up.js';
export { readLetterhead, writeLetterhead, type OrganisationLetterhead } from './organisations/letterhead.js';
