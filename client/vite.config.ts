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

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  plugins: [react(), pdfjsAssets(), pdfWorkerWithoutWalks()],
  build: { outDir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: {
    port: 5173,
    proxy: { '/api': server, '/health': server, '/socket': { target: server, ws: true } },
  },
});
