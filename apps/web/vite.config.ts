import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a running Baton serves its API, for `npx vite apps/web` while working on the pages. */
const desk = process.env['BATON_DESK_URL'] ?? 'http://127.0.0.1:4400';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: {
    proxy: {
      '/api': { target: desk, ws: true },
      '/gateway': { target: desk, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Everything is a file of our own origin, so that a strict Content-Security-Policy holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes with every release apart from what does not: a browser keeps the libraries.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|wouter)[\\/]/ },
            { name: 'mantine', test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/ },
          ],
        },
      },
    },
  },
});
