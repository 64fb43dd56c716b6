import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env['REGLAMENT_API'] ?? 'http://127.0.0.1:3000';

/** What every page needs, in one file: dozens of tiny chunks cost the first load more than they save. */
const BASE = /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|@emotion|stylis|ra-core|ra-i18n-polyglot|node-polyglot|@mui[\\/](system|styled-engine|utils|private-theming|material[\\/](esm[\\/])?(styles|utils|ButtonBase|Button|IconButton|Box|Paper|Tooltip|Popper|Popover|Modal|Menu|MenuItem|MenuList|List|TextField|InputBase|OutlinedInput|Select|Typography|Tabs|Tab|Badge|Avatar|Alert|Snackbar|Skeleton|Stack|Dialog|DialogTitle|DialogContent|DialogActions|Fade|Grow|Backdrop|LinearProgress|Divider|SvgIcon|InputAdornment|FormControl|InputLabel|FormLabel|FormHelperText|FilledInput|Input|NativeSelect|useMediaQuery|CssBaseline|GlobalStyles|transitions|internal)))[\\/]/;

export default defineConfig({
  plugins: [react()],
  // Libs are read from their TypeScript sources, so the panel never runs on a stale build of them.
  resolve: { conditions: ['@reglament/source', 'module', 'browser', 'development|production'] },
  // The server puts a fresh nonce for this word into index.html and into the Content-Security-Policy of the same answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: 'dist', sourcemap: false, manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, target: 'es2022', rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } } } },
  server: { proxy: { '/api': API } },
  preview: { proxy: { '/api': API } },
});
