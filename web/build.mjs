// build.mjs [FOLDER]: bundles the page into FOLDER (web/dist): index.html and assets/ with a hash of its content in each name.
//
// The result is checked in, so that building the program needs no npm; test/page/bundle.sh says when it is not that of the sources.

import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] || join(here, 'dist');

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'assets'), { recursive: true });
process.chdir(here);
const result = await build({
	entryPoints: { page: 'src/main.js', style: 'css/page.css' },
	bundle: true, minify: true, format: 'esm', target: ['chrome123', 'firefox120', 'safari17.5'], charset: 'utf8', legalComments: 'none',
	loader: { '.json': 'file' }, outdir: join(out, 'assets'), entryNames: '[name]-[hash]', assetNames: '[name]-[hash]', publicPath: '/assets', metafile: true, logLevel: 'warning',
});
const named = (start, end) => '/assets/' + basename(Object.keys(result.metafile.outputs).find((file) => basename(file).startsWith(start) && file.endsWith(end)));

const icon = readFileSync('src/icon.svg');
const iconName = 'icon-' + createHash('sha256').update(icon).digest('hex').slice(0, 8).toUpperCase() + '.svg';
writeFileSync(join(out, 'assets', iconName), icon);
writeFileSync(join(out, 'index.html'), readFileSync('src/index.html', 'utf8')
	.replace('ICON', '/assets/' + iconName).replace('STYLE', named('style-', '.css')).replace('SCRIPT', named('page-', '.js')));
