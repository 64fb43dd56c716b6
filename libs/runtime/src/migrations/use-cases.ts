import { compareVersions } from './compare-versions.js';
import { listMigrations, startMigration, undoCaseMigration, undoMigrationBatch, viewMigration } from './order-migration.js';
import { planCases } from './plan-cases.js';

/** The use cases of versions and of cases that are moved between them. */
export const MIGRATIONS = { compareVersions, listMigrations, planCases, startMigration, undoCaseMigration, undoMigrationBatch, viewMigration } as const;
