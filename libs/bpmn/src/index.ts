export { exportBpmn, type ExportOptions } from './export/export-bpmn.js';
export { importBpmn, type BpmnImport, type BpmnProblem, type ImportedProcess } from './import/import-bpmn.js';
export type { ImportOptions, ServiceWork, Untranslated } from './import/import-options.js';
export type { ReportEntry, Verdict } from './import/report.js';
export { slugOf } from './import/keys.js';
export { XML_LIMITS, type XmlLimits } from './xml/read-xml.js';
export type { XmlElement } from './xml/xml-element.js';
