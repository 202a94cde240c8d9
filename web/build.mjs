// build.mjs [FOLDER]: bundles the page into FOLDER (web/dist): index.html, page.js, page.css and the map, which the server hands out under
// /assets/ (and adds a hash to their addresses in index.html).
//
// The result is checked in, so that building the program needs no npm; test/page/page.sh says when it is not that of the sources.

import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] || join(here, 'dist');

mkdirSync(out, { recursive: true });
for (const file of readdirSync(out)) rmSync(join(out, file), { recursive: true });
process.chdir(here);
await build({
	entryPoints: [{ in: 'src/main.js', out: 'page' }, { in: 'css/page.css', out: 'page' }],
	absWorkingDir: here, bundle: true, minify: true, format: 'esm', target: ['chrome123', 'firefox120', 'safari17.5'], charset: 'utf8', legalComments: 'none',
	loader: { '.json': 'file' }, outdir: out, assetNames: '[name]-[hash]', publicPath: '/assets', logLevel: 'warning',
});
copyFileSync(join('src', 'index.html'), join(out, 'index.html'));
