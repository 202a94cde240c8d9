// serve.mjs - how long the page takes until everything is drawn, in a headless chromium (test/bench/serve.sh runs it with ADDRESS and CHROMIUM).

import { chromium } from '../../web/node_modules/playwright-core/index.mjs';

const { ADDRESS, CHROMIUM } = process.env;
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
const view = { viewport: { width: 1440, height: 900 } };
const median = (all) => [...all].sort((x, y) => x - y)[all.length >> 1].toFixed(0);
const say = (what, all) => console.log(`${what}: median ${median(all)} ms of ${all.length}, largest ${Math.max(...all).toFixed(0)}`);

/** In the page: milliseconds from the start of its loading until the frame in which the first row was drawn. */
const watchRows = () => {
	new MutationObserver((changes, watcher) => {
		if (!document.querySelector('.row')) return;
		watcher.disconnect();
		requestAnimationFrame(() => setTimeout(() => { window.rowsDrawn = performance.now(); }, 0));
	}).observe(document, { childList: true, subtree: true });
};
const paint = [], rows = [], all = [];
for (let i = 0; i < 7; i++) {		// each in a fresh profile
	const context = await browser.newContext(view), page = await context.newPage();
	await page.addInitScript(watchRows);
	await page.goto(ADDRESS);
	await page.waitForFunction(() => window.rowsDrawn && performance.getEntriesByName('coulisse-all').length);
	const times = await page.evaluate(() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.rowsDrawn, performance.getEntriesByName('coulisse-all').map((one) => one.startTime + one.duration)[0]]);
	[paint, rows, all].forEach((list, n) => list.push(times[n]));
	await context.close();
}
say('first contentful paint', paint);
say('first rows drawn', rows);
say('all views drawn', all);

const page = await (await browser.newContext(view)).newPage();
await page.goto(ADDRESS);
await page.waitForSelector('.row');
await page.waitForTimeout(1500);

/** Puts the filter into the address, as the page itself does: milliseconds until rows, axis and lists are drawn, and until map and network are, too. */
const until = (q) => page.evaluate(async (words) => {
	performance.clearMeasures();
	const begin = performance.now(), state = new URLSearchParams(location.hash.slice(1)), when = (name) => performance.getEntriesByName(name).map((one) => one.startTime + one.duration - begin)[0];
	state.set('q', words);
	location.hash = state.toString();
	while (when('coulisse-all') === undefined && performance.now() - begin < 5000) await new Promise((go) => setTimeout(go, 1));
	return [when('coulisse-first') ?? 5000, when('coulisse-all') ?? 5000];
}, q);
const each = async (what, filters) => {
	const times = [];
	for (const q of filters) times.push(await until(q));
	say(what + ' until rows, axis and lists are drawn', times.map(([first]) => first));
	say(what + ' until all views are', times.map(([, all]) => all));
};
const years = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);

await each('a filter', ['who:Iran', 'type:CONSULT', 'who:Russia type:ASSAULT', 'status:planned', 'country:FRA', 'who:"United States" with:China', 'place:Moscow', 'quad:1',
	'source:Reuters', 'text:drones', 'mode:visit', 'who:Israel status:possible']);
await each('a brush', years(2004, 2024).map((year) => `since:${year}-03 until:${year + 1}-06`));
await each('an as-of date', years(2005, 2024).map((year) => `as-of:${year}`));
await browser.close();
