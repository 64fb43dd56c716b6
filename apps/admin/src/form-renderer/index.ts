export { FormRenderer, type FormHandle, type FormRendererProps } from './form-renderer.js';
export { loadForm } from './load-form.js';
export {
  noLookups, type DocumentChoice, type DocumentQuery, type FileValue, type FormLookups, type ParsedClause, type ParsedClauseList, type PartyQuery,
} from './lookups.js';
