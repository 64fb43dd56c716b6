/**
 * Addresses of the panel's pages. The server takes a path whose last part has a dot for a file, and ids of tasks and of child cases have
 * one (`<case>.<activity>`): in an address the dot is written `~`. Both ways are read.
 */
const inAddress = (id: string): string => encodeURIComponent(id).replaceAll('.', '~');

export const idFromAddress = (part: string | undefined): string => (part ?? '').replaceAll('~', '.');

/** Of the surface, not of the panel: what the server is asked. */
export const caseIdPath = (id: string): string => `/process-instances/${encodeURIComponent(id)}`;

export const taskAddress = (id: string): string => `/tasks/${inAddress(id)}`;
export const caseAddress = (id: string): string => `/process-instances/${inAddress(id)}`;
