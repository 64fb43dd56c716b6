import type { Instance } from '@reglament/engine';
import type { LoadedInstance } from './loaded-task.js';

/** Of `process_instances i join organisations o`. Prefixed, as a task's columns stand in the same row. */
export const instanceColumns = `
  i.id as "instanceId", i.version as "instanceVersion", i.history_seq as "historySeq", i.head_hash as "headHash", i.path as "instancePath",
  i.period, i.definition_key as "definitionKey", i.definition_version as "definitionVersion", i.definition_hash as "definitionHash",
  i.snapshot, i.child_title as "childTitle", o.id as "organisationId", o.path as "organisationPath", o.time_zone as "timeZone", o.calendar`;

export interface InstanceColumns {
  readonly instanceId: string; readonly instanceVersion: number; readonly historySeq: number; readonly headHash: string;
  readonly instancePath: string; readonly period: string; readonly definitionKey: string; readonly definitionVersion: number;
  readonly definitionHash: string; readonly snapshot: Instance; readonly childTitle: string | null; readonly organisationId: string; readonly organisationPath: string;
  readonly timeZone: string; readonly calendar: string;
}

export function loadedInstance(row: InstanceColumns): LoadedInstance {
  return {
    head: {
      id: row.instanceId, version: row.instanceVersion, historySeq: row.historySeq, headHash: row.headHash, path: row.instancePath,
      period: row.period,
    },
    snapshot: row.snapshot, childTitle: row.childTitle,
    definition: { key: row.definitionKey, version: row.definitionVersion, hash: row.definitionHash },
    organisation: { id: row.organisationId, path: row.organisationPath, timeZone: row.timeZone, calendar: row.calendar },
  };
}
