import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { CoreAdminContext, CoreAdminUI, CustomRoutes, localStorageStore, type I18nProvider } from 'react-admin';
import { BrowserRouter, Route } from 'react-router';
import { CrashPage } from './common/crash-page.js';
import { NotFoundPage } from './common/not-found-page.js';
import { authProvider } from './data/auth-provider.js';
import { dataProvider } from './data/data-provider.js';
import { queryClient } from './data/query-client.js';
import { routes, openRoutes } from './routes.js';
import { LoginPage } from './session/login-page.js';
import { AppLayout } from './shell/app-layout.js';
import { Messages } from './shell/messages.js';
import { theme } from './theme/theme.js';

const store = localStorageStore('1', 'reglament');

/** react-admin's core (data, session, language, lists, routes) in a layout of our own; telemetry off. */
export function App({ i18nProvider }: { readonly i18nProvider: I18nProvider }) {
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <BrowserRouter>
        <CoreAdminContext authProvider={authProvider} dataProvider={dataProvider} i18nProvider={i18nProvider} queryClient={queryClient} store={store}>
          <CoreAdminUI layout={AppLayout} loginPage={LoginPage} catchAll={NotFoundPage} error={CrashPage} disableTelemetry requireAuth title="">
            <CustomRoutes noLayout>{openRoutes.map(({ path, element }) => <Route key={path} path={path} element={element} />)}</CustomRoutes>
            <CustomRoutes>{routes.map(({ path, element }) => <Route key={path} path={path} element={element} />)}</CustomRoutes>
          </CoreAdminUI>
          <Messages />
        </CoreAdminContext>
      </BrowserRouter>
    </ThemeProvider>
  );
}
