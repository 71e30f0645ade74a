// How the three layers are built: everything is bundled in, so that nothing of node_modules is needed at run time.
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;

// The oldest Electron that the app runs on is 33: Node 20.18 and Chromium 130.
const NODE = 'node20.18';
const CHROMIUM = 'chrome130';

// The licences of what each bundle really holds; scripts/dist makes the notices and the bill of materials of them.
const license = { fileName: 'licences.json' };

// Comments with the paths of modules would make the same code differ from folder to folder.
const experimental = { attachDebugInfo: 'none' } as const;

// Main and preload keep their lines and names, which the log's stack traces give; their comments were a quarter of them.
const comments = false;

export default defineConfig({
  main: {
    build: {
      target: NODE,
      license,
      externalizeDeps: false,
      rolldownOptions: { input: resolve(here, 'src/main/index.ts'), experimental, output: { comments } },
    },
  },
  preload: {
    build: {
      target: NODE,
      license,
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(here, 'src/preload/index.ts'),
        experimental,
        // A sandboxed preload script cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs', comments },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: CHROMIUM,
      license,
      minify: true,
      // vis-timeline alone is most of it, and comes from the disk.
      chunkSizeWarningLimit: 600,
      // The content security policy knows no `data:`.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          index: resolve(here, 'src/renderer/index.html'),
          figure: resolve(here, 'src/renderer/figure.html'),
        },
        // What both pages need is one file: each further one is a request more before the first picture.
        output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
      },
    },
  },
});
