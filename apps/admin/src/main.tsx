import '@fontsource-variable/golos-text/index.css';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { makeI18nProvider, rememberedLanguage } from './i18n/i18n-provider.js';

// Styles made at run time carry the nonce of this very page, so that the policy needs no 'unsafe-inline'.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const cache = createCache({ key: 'rg', nonce, prepend: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const i18nProvider = await makeI18nProvider(rememberedLanguage());

createRoot(root).render(
  <StrictMode>
    <CacheProvider value={cache}>
      <App i18nProvider={i18nProvider} />
    </CacheProvider>
  </StrictMode>,
);
