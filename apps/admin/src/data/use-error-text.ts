import { useTranslate } from 'react-admin';
import { useCallback } from 'react';
import { NetworkLost, problemOf } from './problem.js';

/** What happened and what to do, in one sentence. The server's own words win; a fault without words gets ours. */
export function useErrorText(): (error: unknown) => string {
  const translate = useTranslate();
  return useCallback(
    (error) => {
      if (error instanceof NetworkLost) return translate('error.network');
      const problem = problemOf(error);
      if (problem === null) return translate('error.unexpected');
      if (problem.detail !== '') return problem.detail;
      if (problem.status === 404) return translate('error.notFound');
      if (problem.status === 403) return translate('error.noRights');
      if (problem.status >= 500) return translate('error.server');
      return problem.title;
    },
    [translate],
  );
}
