import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env['REGLAMENT_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // Libs are read from their TypeScript sources, so the panel never runs on a stale build of them.
  resolve: { conditions: ['@reglament/source', 'module', 'browser', 'development|production'] },
  // The server puts a fresh nonce for this word into index.html and into the Content-Security-Policy of the same answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: 'dist', sourcemap: false, manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, target: 'es2022' },
  server: { proxy: { '/api': API } },
  preview: { proxy: { '/api': API } },
});
