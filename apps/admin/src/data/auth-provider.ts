import type { SessionView, SignIn } from '@reglament/contracts';
import type { AuthProvider } from 'react-admin';
import { api } from './http.js';
import { ApiProblem, NetworkLost } from './problem.js';
import { markSessionExpired } from './session-expiry.js';
import { loadSession, sessionNow, setSession } from './session-store.js';

/** Cookie session. The password goes to the server once and is kept nowhere. */
export const authProvider: AuthProvider = {
  async login(credentials: SignIn) {
    const body: SignIn = { login: credentials.login, password: credentials.password };
    setSession(await api<SessionView>('/session', { method: 'POST', body }));
    markSessionExpired(false);
  },
  async logout() {
    if (sessionNow() !== null) {
      await api('/session', { method: 'DELETE' }).catch((error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
      });
    }
    setSession(null);
    return '/login';
  },
  async checkAuth() {
    try {
      await loadSession();
    } catch (error) {
      // A lost network is not a lost session: the page opens and says so.
      if (!(error instanceof NetworkLost)) throw error;
    }
  },
  // A session that ended is asked for in a dialog over the page (`http.ts`); react-admin must not leave the page.
  checkError: () => Promise.resolve(),
  async getIdentity() {
    const { person } = await loadSession();
    return { id: person.reference, fullName: person.title };
  },
  async getPermissions() {
    return (await loadSession()).may;
  },
};
