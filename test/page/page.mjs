// page.mjs: what a user does in each view, in a real browser.  TAP.  Run by page.sh, which says where the servers and the store are.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { chromium } = createRequire(join(root, 'web/package.json'))('playwright-core');
const { OPEN, LOCKED, STORE, COULISSE, CHROMIUM, SCRATCH } = process.env;
const PATIENCE = 30000;		// ms that a wait may take: the machine may have much else to do
let n = 0, bad = 0;
const complaints = [];

async function test(what, run) {
	n++;
	const before = complaints.length;
	try {
		const answer = await run();
		if (answer === false) throw new Error('it is not so');
		if (complaints.length > before) throw new Error(complaints.slice(before).join('\n'));
		console.log('ok ' + n + ' - ' + what);
	} catch (error) {
		bad = 1;
		console.log('not ok ' + n + ' - ' + what + '\n' + String(error.stack || error).split('\n').slice(0, 12).map((line) => '# ' + line).join('\n'));
	}
}
function same(is, wanted, of = '') {
	if (is !== wanted) throw new Error(`${of} ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
}
const truth = (holds, words) => { if (!holds) throw new Error(words); };
const ask = (...words) => execFileSync(COULISSE, words, { encoding: 'utf8' });

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A fresh page; whatever it says on its console as an error, and whatever it asks of others than its server, is a complaint. */
async function open(hash = '', { base = OPEN, width = 1440, height = 900, ...more } = {}) {
	const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', ...more });
	context.setDefaultTimeout(PATIENCE);
	const page = await context.newPage();
	page.on('console', (message) => { if (message.type() === 'error') complaints.push('console: ' + message.text()); });
	page.on('pageerror', (error) => complaints.push('script: ' + error.stack));
	page.on('request', (request) => { if (!request.url().startsWith(base.replace(/\/$/, '')) && !/^(data|blob):/.test(request.url())) complaints.push('asked ' + request.url()); });
	await page.goto(base.replace(/\/$/, '') + '/' + hash);
	await page.waitForSelector(hash.includes('view=') ? '.view-head' : '.row, .rows-box .empty:not([hidden])');
	return page;
}
const total = async (page) => Number((await page.locator('.total').textContent()).replace(/\D/g, ''));
/** Waits until the page says that there are so many; what it says after PATIENCE is the complaint. */
async function totalIs(page, wanted, of = '') {
	const is = (n) => Number(document.querySelector('.total')?.textContent.replace(/\D/g, '')) === n && !document.querySelector('[aria-busy=true]');
	await page.waitForFunction(is, wanted).catch(async () => same(await total(page), wanted, of));
}
const settled = (page, q) => page.waitForFunction((words) => decodeURIComponent(location.hash.replace(/\+/g, ' ')).includes(words) && !document.querySelector('[aria-busy=true]'), q);
async function filter(page, words) {
	// the rows that were asked for, where they are asked for: the hash changes before the page is busy
	const rows = Promise.race([page.waitForResponse(/\/api\/v1\/events\?/).catch(() => null), page.waitForTimeout(1500)]);
	await page.fill('#filter', words);
	await page.press('#filter', 'Enter');
	await rows;
	await settled(page, words);
	await page.waitForTimeout(150);
}
const counted = (...options) => { const answer = spawnSync(COULISSE, ['events', '-d', STORE, '--json', ...options], { encoding: 'utf8', maxBuffer: 1 << 28 }); return answer.stdout.split('\n').filter(Boolean).length; };

await test('the bundle in web/dist is that of the sources', () => {
	const out = mkdtempSync(join(SCRATCH, 'dist-'));
	execFileSync('node', [join(root, 'web/build.mjs'), out]);
	same(spawnSync('diff', ['-r', out, join(root, 'web/dist')], { encoding: 'utf8' }).stdout, '', 'diff');
});
await test('the bundle with the map is under 250 KB, packed', () => {
	const size = readdirSync(join(root, 'web/dist')).reduce((all, file) => all + gzipSync(readFileSync(join(root, 'web/dist', file)), { level: 9 }).length, 0);
	truth(size < 250 * 1024, size + ' bytes');
});
await test('every language has the same keys for the words of the page', () => {
	const keys = (lang) => readFileSync(join(root, 'lang', lang, 'page.txt'), 'utf8').split('\n').filter((line) => line.includes('\t')).map((line) => line.split('\t')[0]).sort().join('\n');
	same(keys('nl'), keys('en'));
});
await test('every word that the scripts ask for is there', () => {
	const there = new Set(readFileSync(join(root, 'lang/en/page.txt'), 'utf8').split('\n').map((line) => line.split('\t')[0]));
	const asked = readdirSync(join(root, 'web/src')).filter((file) => file.endsWith('.js')).flatMap((file) => [...readFileSync(join(root, 'web/src', file), 'utf8').matchAll(/(?<![\w.])t\(X[,)]/g)].map((match) => match[1]));
	same(asked.filter((key) => !there.has(key)).join(' '), '');
});

let page = await open();
await test('the first screen shows rows, as many happenings as the command line counts, and draws the axis, map and network', async () => {
	await totalIs(page, counted(), 'total');
	await page.waitForFunction(() => document.querySelectorAll('.row').length > 8);
	for (const part of ['.time-field', '.map', '.network']) await page.waitForFunction((one) => {
		const c = document.querySelector(one + ' canvas');
		return c?.width && c.height && c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v);
	}, part);
});
await test('only the rows in sight are in the page, and scrolling fetches more', async () => {
	truth(await page.locator('.row').count() < 60, 'all rows are there');
	const first = await page.locator('.row').first().textContent();
	await page.waitForFunction(() => { document.querySelector('#rows').scrollTop += 600; return Number(document.querySelector('.row').getAttribute('aria-posinset')) > 120; });
	truth(await page.locator('.row').first().textContent() !== first, 'the same row');
});
await test('a filter that is typed changes rows and total as the command line says', async () => {
	await filter(page, 'who:Iran type:COERCE');
	await totalIs(page, counted('--who', 'Iran', '--type', 'COERCE'), 'total');
	truth(await total(page) > 0, 'nothing');
	// whoever is of Iran is meant, too, whose row need not say so: the command line says whom
	const names = ask('events', '-d', STORE, '--json', '--who', 'Iran', '--type', 'COERCE').split('\n').filter(Boolean).map((line) => JSON.parse(line)).flatMap((line) => [...line.actors, ...line.recipients]).map((one) => one.name);
	truth(names.some((name) => /Iran/.test(name)), 'nobody of that name');
	const strangers = async () => (await page.locator('.row-who').allTextContents()).filter((row) => !names.some((name) => row.includes(name)));
	for (const end = Date.now() + PATIENCE; (await strangers()).length && Date.now() < end;) await page.waitForTimeout(200);	// the total is there before the rows
	same((await strangers()).join(), '');
});
await test('the box completes words and values, by keyboard', async () => {
	await page.fill('#filter', '');
	await page.locator('#filter').pressSequentially('typ');
	await page.waitForSelector('#filter-list li:has-text("type:")');
	await page.press('#filter', 'ArrowDown');
	await page.press('#filter', 'Enter');
	await page.locator('#filter').pressSequentially('CONS');
	await page.waitForSelector('#filter-list li:first-child:has-text("CONSULT")');
	await page.press('#filter', 'ArrowDown');
	await page.press('#filter', 'Enter');
	await settled(page, 'type:CONSULT');
	await page.waitForTimeout(200);
	await totalIs(page, counted('--type', 'CONSULT'), 'total');
});
await test('a word that is no filter is named', async () => {
	await page.fill('#filter', 'colour:red');
	await page.press('#filter', 'Enter');
	truth(/colour/.test(await page.locator('#filter-wrong').textContent()), 'not named');
	await filter(page, 'type:CONSULT');
	truth(await page.locator('#filter-wrong').isHidden(), 'still complains');
});
await test('a filter that nothing fits says so', async () => {
	await filter(page, 'type:CONSULT since:1950 until:1951');
	truth(await page.locator('.rows-box .empty h2').isVisible(), 'no word');
	await filter(page, '');
});
await test('a brush on the time axis filters by its days; a double click takes it away', async () => {
	const box = await page.locator('.time-field').boundingBox(), before = await total(page);
	await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.4, box.y + 40);
	await page.mouse.move(box.x + box.width * 0.5, box.y + 40);
	await page.mouse.up();
	await settled(page, 'since:');
	await page.waitForTimeout(400);
	const value = await page.inputValue('#filter'), since = /since:(\S+)/.exec(value)[1], until = /until:(\S+)/.exec(value)[1];
	await totalIs(page, counted('--since', since, '--until', until), value);
	truth(await total(page) < before, 'not fewer');
	await page.mouse.dblclick(box.x + box.width * 0.8, box.y + 40);
	await page.waitForFunction(() => !location.hash.includes('since'));
});
await test('the brush moves by arrow keys', async () => {
	await filter(page, 'since:2024-01-01 until:2024-02-29');
	await page.locator('.handle-until').focus();
	await page.keyboard.press('ArrowLeft');
	await page.waitForFunction(() => !location.hash.includes('2024-02-29') && location.hash.includes('until'));
	await filter(page, '');
});
await test('newest first is what has been: what is still to come stands apart, the next first, and does not stretch the axis', async () => {
	await filter(page, '');
	const { now, coming } = await (await page.request.get(OPEN + 'api/v1/overview?parts=kinds')).json();
	truth(coming >= 2, coming + ' to come');
	truth(!/20(2[6-9]|[3-9]\d)/.test(await page.locator('.row .row-date').first().textContent()), 'a plan comes first');
	truth((await page.locator('.coming').textContent()).startsWith(coming + ' '), 'not ' + coming);
	truth(Number(await page.locator('.handle-asof').getAttribute('aria-valuemax')) < Date.UTC(2032, 0) / 86400000, 'the axis is stretched');
	await page.locator('.coming').click();
	await page.waitForFunction(() => /coming=1/.test(location.hash) && /2026/.test(document.querySelector('.row .row-date')?.textContent));
	same(await page.locator('.row').count(), coming, 'rows');
	truth(/2050/.test(await page.locator('.row .row-date').last().textContent()), 'the farthest is not last of them');
	const other = await open(await page.evaluate(() => location.hash));
	await other.waitForFunction(() => /2026/.test(document.querySelector('.row .row-date')?.textContent));
	await other.context().close();
	await page.locator('.coming').click();
	await page.waitForFunction(() => !/coming/.test(location.hash) && !/2026/.test(document.querySelector('.row .row-date')?.textContent));
	truth(now < '2026', now);
});
await test('a filter that fits only what is to come shows it', async () => {
	await filter(page, 'since:2049');
	await page.waitForFunction(() => /2050/.test(document.querySelector('.row .row-date')?.textContent));
	await totalIs(page, counted('--since', '2049'), 'total');
	await filter(page, '');
	await page.keyboard.press('Escape');
	await page.locator('h1.total').focus();
	await page.keyboard.press('Escape');
	await page.waitForFunction(() => !/sel=/.test(location.hash));
});
await test('the window of the map is in the address: sent, it shows the same part of the world', async () => {
	const wholeMap = await page.locator('.map canvas').evaluate((c) => c.toDataURL());
	for (let n = 0; n < 3; n++) await page.locator('.map .canvas-tools button').first().click();
	await page.waitForFunction(() => /box=/.test(location.hash));
	const box = await page.locator('.map canvas').boundingBox();
	await page.mouse.move(box.x + 200, box.y + 200);
	await page.mouse.down();
	await page.mouse.move(box.x + 260, box.y + 170, { steps: 4 });
	await page.mouse.up();
	await page.mouse.move(5, 5);
	await page.waitForTimeout(500);
	const [k, lon, lat] = new URLSearchParams(await page.evaluate(() => location.hash.slice(1))).get('box').split(',').map(Number);
	truth(k > 5 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90, [k, lon, lat].join());
	const other = await open(await page.evaluate(() => location.hash));
	await other.waitForFunction(() => performance.getEntriesByName('coulisse-all').length);
	await other.waitForTimeout(800);
	same(new URLSearchParams(await other.evaluate(() => location.hash.slice(1))).get('box'), [k.toFixed(2), lon.toFixed(2), lat.toFixed(2)].join(), 'window');
	const alike = (one, two) => page.evaluate(async ([a, b]) => {
		const pixels = async (url) => { const image = new Image(); image.src = url; await image.decode(); const c = new OffscreenCanvas(image.width, image.height).getContext('2d'); c.drawImage(image, 0, 0); return c.getImageData(0, 0, image.width, image.height).data; };
		const [p, q] = [await pixels(a), await pixels(b)];
		let near = 0;
		for (let i = 3; i < p.length; i += 4) near += Math.abs(p[i] - q[i]) < 40 && Math.abs(p[i - 1] - q[i - 1]) < 40;
		return near / (p.length / 4);
	}, [one, two]);
	let mine, likeness = 0;
	for (const end = Date.now() + PATIENCE; likeness <= 0.95 && Date.now() < end; await page.waitForTimeout(200)) {	// both may still be drawing
		mine = await page.locator('.map canvas').evaluate((c) => c.toDataURL());
		likeness = await alike(mine, await other.locator('.map canvas').evaluate((c) => c.toDataURL()));
	}
	truth(likeness > 0.95, 'other pictures: ' + likeness);
	truth(await alike(mine, wholeMap) < 0.9, 'the picture of the whole world');
	await other.context().close();
	await page.locator('.map .canvas-tools button').last().click();
	await page.waitForFunction(() => !/box=/.test(location.hash));
});
await test('the list of kinds filters when pressed', async () => {
	await page.locator('.facets button', { hasText: 'sanction' }).or(page.locator('.facets button')).first().click();
	await settled(page, 'type:');
	await filter(page, '');
});
await test('a row opens its sentence with every span marked in place, and why', async () => {
	await filter(page, 'who:France type:CONSULT until:2024');
	await page.locator('.row').first().click();
	await page.waitForSelector('.reader .evidence mark');
	truth(await page.locator('.reader mark.m-actor').count() > 0, 'no actor');
	truth(await page.locator('.reader mark.m-trigger').count() > 0, 'no trigger');
	const line = JSON.parse(ask('events', '-d', STORE, '--json', '--who', 'France', '--type', 'CONSULT', '--until', '2024').split('\n')[0]);
	same((await page.locator('.evidence').evaluate((e) => e.textContent)), line.evidence.quote, 'evidence');
	await page.waitForFunction(() => document.querySelector('.why pre')?.textContent.includes('CONSULT'));
});
await test('the address holds the whole state: opened elsewhere it shows the same', async () => {
	const other = await open(await page.evaluate(() => location.hash));
	await other.waitForSelector('.reader .evidence');
	same(await other.inputValue('#filter'), await page.inputValue('#filter'));
	same(await other.locator('.reader-who').textContent(), await page.locator('.reader-who').textContent());
	await other.context().close();
});
await test('as of: the page turns back to what had happened, or was known, at a date', async () => {
	await filter(page, '');
	await page.locator('.asof .quiet').click();
	await page.fill('.popover input[name=date]', '2023-12');
	await page.check('.popover input[value=held]');
	await page.press('.popover input[name=date]', 'Enter');
	await settled(page, 'as-of:2023-12');
	await page.waitForTimeout(200);
	await totalIs(page, counted('--as-of', '2023-12'), 'held');
	await filter(page, 'known:2023-11');
	await totalIs(page, counted('--known', '2023-11'), 'known');
	await page.locator('.asof .bare').click();
	await page.waitForFunction(() => !location.hash.includes('known'));
});
await test('a line accepted, edited and taken back on the page stands in the corrections of the command line', async () => {
	await filter(page, 'who:Japan type:COERCE');
	await page.locator('.row').first().click();
	await page.waitForSelector('.correct input[name=who]');
	await page.fill('.correct input[name=who]', 'Tester');
	await page.locator('.correct button', { hasText: 'Accept' }).click();
	await page.waitForSelector('.statements li');
	const list = () => ask('correct', '-d', STORE, '--list', '--json').split('\n').filter(Boolean).map((line) => JSON.parse(line));
	const first = list()[0];
	same(first.verb + ' ' + first.who, 'accept Tester');
	same(new URLSearchParams((await page.evaluate(() => location.hash)).slice(1)).get('sel'), first.line, 'line');
	await page.locator('.correct button', { hasText: 'Edit' }).click();
	await page.selectOption('.dialog select[name=status]', 'planned');
	await page.locator('.dialog .primary').click();
	await page.waitForFunction(() => /planned/.test(document.querySelector('.card')?.textContent || ''));
	truth(list().some((one) => one.verb === 'set' && /planned/.test(JSON.stringify(one.value)) && one.line === first.line), 'not set');
	await page.waitForSelector('.correct button:has-text("Take back")');
	await page.locator('.correct button', { hasText: 'Take back' }).click();
	await page.waitForFunction(() => !/planned/.test(document.querySelector('.card')?.textContent || 'planned'));
	await filter(page, '');
});
await test('two happenings merged on the page are one, for the command line too; a report split off is one of its own again', async () => {
	const q = 'who:Turkey with:Greece type:ACCUSE';
	await filter(page, q);
	const before = await total(page), rows = page.locator('.row');
	same(before, counted('--who', 'Turkey', '--with', 'Greece', '--type', 'ACCUSE'), 'before');
	truth(before > 2, 'too few');
	await rows.nth(0).click();
	await page.waitForSelector('.correct button:has-text("Merge")');
	await page.locator('.correct button', { hasText: 'Merge' }).click();
	await page.waitForSelector('.banner:not([hidden])');
	await rows.nth(1).click();
	await page.waitForFunction((n) => document.querySelector('.total').textContent.startsWith(n + ' '), String(before - 1));
	truth(await page.locator('.banner').isHidden(), 'it still asks');
	same(counted('--who', 'Turkey', '--with', 'Greece', '--type', 'ACCUSE'), before - 1, 'merged');
	await page.waitForSelector('.reports li');
	same(await page.locator('.reports li').count(), 1, 'other reports');
	await page.locator('.reports li button.bare').click();
	await page.waitForFunction((n) => document.querySelector('.total').textContent.startsWith(n + ' '), String(before));
	same(counted('--who', 'Turkey', '--with', 'Greece', '--type', 'ACCUSE'), before, 'split');
	await page.waitForFunction(() => !document.querySelector('.reports li'));
	truth(ask('correct', '-d', STORE, '--list', '--json').split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter((one) => ['merge', 'split'].includes(one.verb)).length === 2, 'not both are kept');
});
await test('a happening with one report cannot be split, and the page says so; Escape ends the choice of a row to merge with', async () => {
	await page.locator('.correct button', { hasText: 'Split' }).click();
	truth((await page.locator('.correct .field-error').textContent()).length > 10, 'nothing is said');
	await page.locator('.correct button', { hasText: 'Merge' }).click();
	await page.waitForSelector('.banner:not([hidden])');
	await page.keyboard.press('Escape');
	truth(await page.locator('.banner').isHidden(), 'it still asks');
	await filter(page, '');
});
await test('a name that means nobody is refused with the reason, and nothing is changed', async () => {
	await page.locator('.row').nth(3).click();
	await page.waitForSelector('.correct button:has-text("Edit")');
	await page.locator('.correct button', { hasText: 'Edit' }).click();
	await page.fill('.dialog input[name=actors]', 'Zzyzx Qwrtp');
	const before = complaints.length;
	await page.locator('.dialog .primary').click();
	await page.waitForFunction(() => document.querySelector('.dialog .field-error')?.textContent);
	complaints.length = before;		// the browser notes the refused request on its console, as it should
	await page.locator('.dialog .buttons .quiet').click();
});
await test('the selection is exported with its filter', async () => {
	await filter(page, 'who:Turkey');
	await page.locator('.rows-head .quiet').click();
	const link = page.locator('.popover a', { hasText: 'geojson' });
	await link.waitFor();
	const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
	truth(/"FeatureCollection"/.test(readFileSync(await download.path(), 'utf8')), 'no GeoJSON');
	await filter(page, '');
});
await test('by keyboard alone: search, rows, reading, document, help, back', async () => {
	await page.locator('h1.total').focus();
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.waitForSelector('.row.is-selected');
	await page.waitForSelector('.card');
	await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
	await page.keyboard.press('d');
	await page.waitForSelector('.document .text mark');
	await page.keyboard.press('Escape');
	await page.waitForSelector('.record');
	await page.keyboard.press('?');
	await page.waitForSelector('dialog.help');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+k');
	await page.waitForSelector('dialog.palette input');
	await page.keyboard.type('Egypt');
	await page.waitForSelector('.palette li:has-text("Egypt")');
	await page.keyboard.press('Enter');
	await settled(page, 'who:Egypt');
	await page.keyboard.press('/');
	same(await page.evaluate(() => document.activeElement.id), 'filter');
});
await page.context().close();

await test('a dossier: time, partners, visits; its links lead to a dyad', async () => {
	const view = await open('#view=actor&id=Q142');
	same((await view.locator('h1').evaluate((e) => e.firstChild.textContent)), 'France');
	truth(await view.locator('.partners tbody tr').count() > 0, 'no partners');
	await view.locator('.partners a', { hasText: 'Germany' }).first().click();
	await view.waitForSelector('.dyad-chart rect');
	await view.context().close();
});
await test('an organisation: its members as lifelines with their standing', async () => {
	const view = await open('#view=actor&id=Q7184');
	truth(await view.locator('.lifelines .life').count() > 5, 'few members');
	await view.context().close();
});
await test('a dyad: both directions, the largest happenings numbered', async () => {
	const view = await open('#view=dyad&a=Q142&b=Q183');
	truth(await view.locator('.dyad-chart rect').count() > 3 && await view.locator('.marker').count() > 1, 'no series');
	await view.context().close();
});
await test('a document: its lines beside its text; a line chosen there is marked', async () => {
	const view = await open('#view=document&id=a-0');
	await view.locator('.line-list button').first().click();
	await view.waitForSelector('.text .evidence');
	await view.context().close();
});
await test('coverage: what was read and what is not known', async () => {
	const view = await open('#view=coverage');
	const { documents } = await (await view.request.get(OPEN + 'api/v1/status')).json();
	truth((await view.locator('.figures dd').first().textContent()).replace(/\D/g, '').startsWith(String(documents)), 'not ' + documents + ' documents');
	truth((await view.locator('.bars').allTextContents()).join().includes('Harbour Gazette'), 'no outlet');
	await view.context().close();
});
await test('two dates compared', async () => {
	const view = await open('#view=compare&a=2023-10-01&b=2024-06-01&sense=known');
	await view.waitForSelector('.three');
	truth(await view.locator('.compared li').count() > 0, 'nothing differs');
	await view.context().close();
});
await test('read only: no button that corrects, and the reason', async () => {
	const view = await open('#q=who:France', { base: LOCKED });
	await view.locator('.row').first().click();
	await view.waitForSelector('.correct');
	same(await view.locator('.correct button').count(), 0);
	await view.context().close();
});
await test('on a phone: one pane at a time, nothing wider than the screen', async () => {
	const view = await open('', { width: 390, height: 844, hasTouch: true, isMobile: true });
	truth(await view.locator('.pane-map').isHidden(), 'the map is there');
	await view.locator('.row').nth(1).tap();
	await view.waitForSelector('.reader .evidence');
	truth(await view.locator('.pane-rows').isHidden(), 'the rows are there');
	truth(await view.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'too wide');
	await view.locator('.panes button').nth(1).tap();
	truth(await view.locator('.pane-map canvas').isVisible(), 'no map');
	await view.context().close();
});
await test('in Dutch, chosen in the menu', async () => {
	const view = await open();
	await view.locator('button.square').last().click();
	await view.locator('.popover label', { hasText: 'Nederlands' }).click();
	await view.waitForFunction(() => document.documentElement.lang === 'nl');
	await view.waitForFunction(() => /gebeurtenissen/.test(document.querySelector('.total')?.textContent || ''));
	await view.context().close();
});
await test('dark: as the system has it, and by key', async () => {
	const view = await open('', { colorScheme: 'dark' });
	const ground = () => view.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const dark = await ground();
	await view.locator('h1.total').focus();
	await view.keyboard.press('t');
	await view.waitForFunction((was) => getComputedStyle(document.body).backgroundColor !== was, dark);
	truth(Number(/\d+/.exec(dark)[0]) < 60, dark);
	await view.context().close();
});
await test('on paper: rows in the flow, no controls', async () => {
	const view = await open('#q=who:France');
	await view.emulateMedia({ media: 'print' });
	await view.waitForFunction(() => getComputedStyle(document.querySelector('.row')).position === 'static');
	truth(await view.locator('.asof').isHidden() && await view.locator('.rows-head .quiet').isHidden(), 'controls are printed');
	await view.context().close();
});
/** What is wrong with what the page shows now: controls without a name, text under a contrast of 4.5, anything wider than the window; on a phone, controls too small for a finger. */
const findings = (view) => view.evaluate(() => {
	const wrong = [], phone = innerWidth < 500;
	for (const one of document.querySelectorAll('button, a, input, select, [role=slider]')) {
		const name = one.getAttribute('aria-label') || one.textContent.trim() || one.closest('label')?.textContent.trim() || one.title;
		if (!name) wrong.push('no name: ' + one.outerHTML.slice(0, 90));
		const box = one.getBoundingClientRect();
		if (phone && one.matches('.head button, .panes button, .menu a, .quiet, .primary, select, .rows-head button') && one.checkVisibility() && box.width && box.height < 30) wrong.push('too small: ' + box.height + ' ' + name);
	}
	if (document.documentElement.scrollWidth > innerWidth) wrong.push('wider than the window: ' + document.documentElement.scrollWidth);
	const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	const parts = (text) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
	const light = ([r, g, b]) => [r, g, b].map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }).reduce((all, v, k) => all + v * [0.2126, 0.7152, 0.0722][k], 0);
	for (const one of document.querySelectorAll('body *')) {
		if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !one.checkVisibility() || one.closest('.canvas-list, .skip, .time-note, .toast, symbol, .is-same, .brush, title')) continue;
		const ink = one instanceof SVGElement ? getComputedStyle(one).fill : getComputedStyle(one).color;
		if (one.matches('.pin-n')) continue;	// on its dot
		let ground = null;
		for (let up = one; up && !ground; up = up.parentElement) { const at = parts(getComputedStyle(up).backgroundColor); if (at[3] > 250) ground = at; }
		const [a, b] = [light(parts(ink)), light(ground || parts(getComputedStyle(document.body).backgroundColor))].sort((x, y) => y - x);
		if ((a + 0.05) / (b + 0.05) < 4.5) wrong.push('contrast ' + ((a + 0.05) / (b + 0.05)).toFixed(2) + ': ' + (one.className.baseVal ?? one.className) + ' ' + one.textContent.slice(0, 30));
	}
	return wrong.join('\n');
});
const VIEWS = { record: '#q=who:France', 'as of': '#q=as-of:2024-02-01+known:2024-02-01', text: '', dossier: '#view=actor&id=Q142', organisation: '#view=actor&id=Q7184', dyad: '#view=dyad&a=Q142&b=Q183', document: '#view=document&id=a-0',
	coverage: '#view=coverage', compare: '#view=compare&a=2023-10-01&b=2024-06-01', corrections: '#view=corrections' };
for (const [width, height, colorScheme, locale] of [[1440, 900, 'light', 'en-GB'], [1440, 900, 'dark', 'nl-NL'], [390, 844, 'light', 'nl-NL'], [390, 844, 'dark', 'en-GB']]) {
	await test(`at ${width} × ${height}, ${colorScheme}, ${locale}: every view has names for its controls, a contrast of 4.5, and fits the window`, async () => {
		const phone = width < 500, view = await open('', { width, height, colorScheme, locale, isMobile: phone, hasTouch: phone }), found = [];
		const line = JSON.parse(ask('events', '-d', STORE, '--json', '--who', 'France', '--type', 'CONSULT', '--until', '2024').split('\n')[0]);
		for (const [name, hash] of Object.entries({ ...VIEWS, text: '#q=who:France&pane=text&sel=' + line.id })) {
			await view.evaluate((to) => { location.hash = to; }, hash);
			await view.waitForFunction((name) => document.querySelector(name.view ? 'main[data-view="' + name.view + '"]' : 'main[data-view=record]') && !document.querySelector('[aria-busy=true]'), { view: new URLSearchParams(hash.slice(1)).get('view') });
			await view.waitForTimeout(150);
			found.push(...(await findings(view)).split('\n').filter(Boolean).map((one) => name + ': ' + one));
		}
		for (const button of ['.asof .quiet', '.head > .quiet.square >> nth=1']) {
			await view.locator(button).click();
			await view.waitForSelector('.popover');
			found.push(...(await findings(view)).split('\n').filter(Boolean).map((one) => button + ': ' + one));
			await view.keyboard.press('Escape');
		}
		same(found.join('\n'), '');
		await view.context().close();
	});
}
await browser.close();
console.log('1..' + n);
process.exit(bad);
