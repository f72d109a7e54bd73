import { createReadStream, existsSync, statSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
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

/**
 * pdf.js opens a file by reading its last page. Where all pages hang on one node, the way there leads over every page: a paper of 1,947 pages costs
 * twelve requests before the first is seen. There the node's own list says how many there are, and the server counted them when it took the file.
 */
function pdfWorkerWithoutWalk(): Plugin {
  const walk = /await this\.getPage\((\w+)-1\)/g;
  return {
    name: 'pdf-worker-without-walk',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('pdf.worker.min.mjs?url')) return null;
      const source = await readFile(id.slice(0, -'?url'.length), 'utf8');
      if (source.match(walk)?.length !== 1) this.error('pdf.js opens files in another way now: look at checkLastPage of its worker.');
      const changed = source.replace(walk, (found, count) => `(await this.catalog.toplevelPagesDict.getAsync("Kids"))?.length===${count}||${found}`);
      const file = this.emitFile({ type: 'asset', name: 'pdf.worker.mjs', source: changed });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  plugins: [react(), pdfjsAssets(), pdfWorkerWithoutWalk()],
  build: { outDir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: {
    port: 5173,
    proxy: { '/api': server, '/health': server, '/socket': { target: server, ws: true } },
  },
});
