import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const pdfjs = join(here, '..', 'node_modules', 'pdfjs-dist');
const outDir = join(here, '..', 'dist', 'client');
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

/** Character maps, standard fonts and decoders that pdf.js fetches when a paper needs them: served at /pdfjs/. */
function pdfjsAssets(): Plugin {
  return {
    name: 'pdfjs-assets',
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
        const file = join(pdfjs, path);
        const isOurs = folders.some((folder) => path.startsWith(`/${folder}/`)) && existsSync(file) && statSync(file).isFile();
        if (!isOurs) {
          next();
          return;
        }
        response.setHeader('Content-Type', extname(file) === '.wasm' ? 'application/wasm' : 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
    async closeBundle() {
      await Promise.all(folders.map((folder) => cp(join(pdfjs, folder), join(outDir, 'pdfjs', folder), { recursive: true })));
    },
  };
}

/** What pdf.js does before the first page is seen, found in its worker, and what is put in its place. */
const walks: [RegExp, (found: string, ...parts: string[]) => string][] = [
  // It looks for the last page to see whether the file says the truth about their number. Where all hang on one node, the node's own list says it.
  [/await this\.getPage\((\w+)-1\)/g, (found, count) => `(await this.catalog.toplevelPagesDict.getAsync("Kids"))?.length===${count}||${found}`],
  // It fetches all children of the first node together: with 1,947 pages on one node, twelve requests for pages nobody has asked for.
  [/for\(let (\w+)=(\w+)\.length-1;\1>=0;\1--\)\{const (\w+)=\2\[\1\];\w+\.push\(\3\);\w+===this\.toplevelPagesDict&&/g, (found, _, kids) => `${found}${kids}.length<33&&`],
];

function pdfWorkerWithoutWalks(): Plugin {
  return {
    name: 'pdf-worker-without-walks',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('pdf.worker.min.mjs?url')) return null;
      let source = await readFile(id.slice(0, -'?url'.length), 'utf8');
      for (const [walk, instead] of walks) {
        if (source.match(walk)?.length !== 1) this.error(`pdf.js opens files in another way now: look for ${walk.source} in its worker.`);
        source = source.replace(walk, instead);
      }
      const file = this.emitFile({ type: 'asset', name: 'pdf.worker.mjs', source });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

/** The program that starts without a network has to know all files of it, and be another one when any of them is. */
function programForOffline(): Plugin {
  return {
    name: 'program-for-offline',
    apply: 'build',
    closeBundle: {
      order: 'post', sequential: true,
      async handler() {
        const all = await readdir(outDir, { recursive: true, withFileTypes: true });
        const files = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(outDir.length).replaceAll('\\', '/'))
          .filter((file) => !['/service-worker.js', '/robots.txt'].includes(file) && !file.endsWith('LICENSE') && !/\/LICENSE[^/]*$/.test(file)).sort();
        const hash = createHash('sha256');
        for (const file of files) hash.update(file).update(await readFile(join(outDir, file)));
        const addresses = files.map((file) => (file === '/index.html' ? '/' : file));
        const program = join(outDir, 'service-worker.js');
        const source = await readFile(program, 'utf8');
        await writeFile(program, `const __APP_BUILD__=${JSON.stringify(hash.digest('hex').slice(0, 16))},__APP_FILES__=${JSON.stringify(addresses)};\n${source}`);
      },
    },
  };
}

/**
 * What every screen and what the screen of a session needs comes in three files: left alone, the bundler makes one of each part that two
 * screens share, and the first session asks for 135. The service worker stands alone.
 */
const screens = [
  { name: 'base', tags: ['$initial' as const], test: /^(?!.*service-worker)/, priority: 3 },
  { name: 'icons', test: /node_modules[\\/]@tabler/, minShareCount: 2, priority: 2 },
  { name: 'session', test: /src[\\/](app[\\/](session-page[\\/]|take-along[\\/]take-buttons|log-watch|unsent-readings)|features[\\/](voting[\\/](vote-panel|motion-card)|agenda[\\/](comments-panel|recusal|floor[\\/]header-floor)|opinions[\\/]request-of-item|notifications[\\/]bell))/, priority: 1 },
];

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  plugins: [react(), pdfjsAssets(), pdfWorkerWithoutWalks(), programForOffline()],
  build: { outDir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: join(here, 'index.html'), 'service-worker': join(here, 'src', 'service-worker.ts') },
      output: {
        codeSplitting: { groups: screens },
        // Browsers know this one by its address.
        entryFileNames: ({ name }) => (name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/health': server, '/socket': { target: server, ws: true } },
  },
});
