export const batchAddress = (id: string): string => `/case-operations/${encodeURIComponent(id)}`;
