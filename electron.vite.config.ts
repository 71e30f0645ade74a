// Builds the three layers. Everything is bundled, so that the app needs nothing from node_modules at run time.
import { basename, resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { minify, type Plugin, type Rolldown } from 'vite';
import decompress from 'woff2-encoder/decompress';

const here = import.meta.dirname;

// The oldest Electron that the app runs on is 33: Node 20.18 and Chromium 130.
const NODE = 'node20.18';
const CHROMIUM = 'chrome130';

// Records the licences of each bundle's packages, for the notices and the bill of materials of scripts/dist.
const license = { fileName: 'licences.json' };

// Comments with module paths would make the output depend on the project's folder.
const experimental = { attachDebugInfo: 'none' } as const;

/** Minifies chunks that hold only the code of others, on which the log's stack traces need not be clear: a fifth of the app. */
const shortenOthers: Plugin = {
  name: 'shorten-others',
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const isOwn = chunk.moduleIds.some((id) => !id.startsWith('\0') && !id.includes('/node_modules/'));
      if (!isOwn) chunk.code = (await minify(chunk.fileName, chunk.code)).code;
    }
  },
};

/**
 * Takes the compression out of the fonts that the first picture waits for: to undo it took the page's thread three
 * milliseconds at each launch.
 */
const plainFonts: Plugin = {
  name: 'plain-fonts',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const names = new Map<string, string>();
      for (const { type, fileName, ...file } of Object.values(bundle)) {
        if (type !== 'asset' || !/-latin-wght-normal-[^/]+\.woff2$/.test(fileName) || !('source' in file))
          continue;
        const plain = fileName.replace(/woff2$/, 'ttf');
        this.emitFile({ type: 'asset', fileName: plain, source: await decompress(Buffer.from(file.source)) });
        names.set(fileName, plain);
        Reflect.deleteProperty(bundle, fileName);
      }
      const renamed = (text: string): string =>
        [...names].reduce(
          (changed, [before, after]) => changed.replaceAll(basename(before), basename(after)),
          text,
        );
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = renamed(file.code);
        else if (/\.(?:css|html)$/.test(file.fileName)) file.source = renamed(file.source.toString());
      }
    },
  },
};

const main = resolve(here, 'src/main/index.ts');
const helper = resolve(here, 'src/worker/index.ts');

/** What a module needs, and what that needs, without Electron and Node: as it is loaded, or later too. */
function neededBy(
  module: string,
  graph: Rolldown.ChunkingContext,
  later: boolean,
  found = new Set<string>(),
): Set<string> {
  const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(module) ?? {};
  for (const id of later ? [...importedIds, ...dynamicallyImportedIds] : importedIds) {
    if (found.has(id) || typeof graph.getModuleInfo(id)?.code !== 'string') continue;
    neededBy(id, graph, later, found.add(id));
  }
  return found;
}

let needed: { readonly first: ReadonlySet<string>; readonly byHelper: ReadonlySet<string> } | undefined;

/**
 * Two files hold all that main needs before its window: the fifteen that it would be were read on the way there. What the
 * helper process needs too is one of its own, for the other asks for parts of Electron that are not there.
 */
const start: Rolldown.CodeSplittingGroup = {
  name(id, graph) {
    needed ??= { first: neededBy(main, graph, false), byHelper: neededBy(helper, graph, true) };
    if (!needed.first.has(id)) return null;
    return needed.byHelper.has(id) ? 'shared' : 'start';
  },
};

// Main and preload keep their lines and names, which the log's stack traces give; their comments were a quarter of them.
const comments = false;

export default defineConfig({
  main: {
    plugins: [shortenOthers],
    // linkedom draws on a canvas where one is installed; here nothing is drawn.
    resolve: { alias: { canvas: resolve(here, 'node_modules/linkedom/commonjs/canvas-shim.cjs') } },
    build: {
      target: NODE,
      license,
      externalizeDeps: false,
      rolldownOptions: {
        // The helper process and main share what reads documents.
        input: { index: main, helper },
        experimental,
        output: { comments, codeSplitting: { groups: [start] } },
      },
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
    plugins: [plainFonts],
    resolve: {
      alias: {
        moment: resolve(here, 'src/renderer/timeline/no-axis.ts'),
        xss: resolve(here, 'src/renderer/timeline/no-html.ts'),
        '@egjs/hammerjs': resolve(here, 'src/renderer/timeline/no-gestures.ts'),
        'propagating-hammerjs': resolve(here, 'src/renderer/timeline/no-gestures.ts'),
      },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: CHROMIUM,
      license,
      minify: true,
      // Most of it is vis-timeline, and it comes from the disk.
      chunkSizeWarningLimit: 600,
      // The content security policy allows no `data:`.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          index: resolve(here, 'src/renderer/index.html'),
          figure: resolve(here, 'src/renderer/figure.html'),
        },
        // Code that both pages need is one file: each further file is one more request before the first picture.
        output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2, tags: ['$initial'] }] } },
      },
    },
  },
});
