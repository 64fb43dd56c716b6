export { CanonicalJsonError, canonicalJson } from './canonical/canonical-json.js';
export { contentHash } from './canonical/content-hash.js';
export { sha256Hex } from './canonical/sha256.js';
