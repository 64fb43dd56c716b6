import { listBatches, listBatchItems, viewBatch } from './batch-views.js';
import { countBatch, startBatch, stopBatch } from './start-batch.js';
import { leaveOut } from './leave-out.js';
import { viewManagement } from './case-management.js';
import { previewModification } from './modify-case.js';

/** Operations on live cases that answer as they stand. */
export const OPERATIONS = { countBatch, leaveOut, listBatches, listBatchItems, previewModification, startBatch, stopBatch, viewBatch, viewManagement };
