// serve.mjs - how long the page takes until everything is drawn, in a headless chromium (test/bench/serve.sh runs it with ADDRESS and CHROMIUM).

import { chromium } from '../../web/node_modules/playwright-core/index.mjs';

const { ADDRESS, CHROMIUM } = process.env;
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
const view = { viewport: { width: 1440, height: 900 } };
const median = (all) => [...all].sort((x, y) => x - y)[all.length >> 1].toFixed(0);
const say = (what, all) => console.log(`${what}: median ${median(all)} ms of ${all.length}, largest ${Math.max(...all).toFixed(0)}`);

const paint = [], rows = [];
for (let i = 0; i < 7; i++) {		// each in a fresh profile
	const context = await browser.newContext(view), page = await context.newPage();
	await page.goto(ADDRESS);
	await page.waitForSelector('.row');
	rows.push(await page.evaluate(() => performance.now()));
	await page.waitForTimeout(300);
	paint.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
	await context.close();
}
say('first contentful paint', paint);
say('first rows in sight', rows);

const page = await (await browser.newContext(view)).newPage();
await page.goto(ADDRESS);
await page.waitForSelector('.row');
await page.waitForTimeout(1500);

/** Puts the filter into the address, as the page itself does, and waits until all views have drawn it. */
const until = (q) => page.evaluate(async (words) => {
	performance.clearMeasures();
	const begin = performance.now(), state = new URLSearchParams(location.hash.slice(1));
	state.set('q', words);
	location.hash = state.toString();
	while (!performance.getEntriesByName('coulisse-selection').length || document.querySelector('[aria-busy=true]')) {
		await new Promise((go) => setTimeout(go, 1));
		if (performance.now() - begin > 5000) break;
	}
	await new Promise((go) => requestAnimationFrame(() => setTimeout(go, 0)));
	return performance.now() - begin;
}, q);
const each = async (what, filters) => {
	const all = [];
	for (const q of filters) all.push(await until(q));
	say(what, all);
};
const years = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);

await each('a filter until drawn', ['who:Iran', 'type:CONSULT', 'who:Russia type:ASSAULT', 'status:planned', 'country:FRA', 'who:"United States" with:China', 'place:Moscow', 'quad:1',
	'source:Reuters', 'text:drones', 'mode:visit', 'who:Israel status:possible']);
await each('a brush until drawn', years(2004, 2024).map((year) => `since:${year}-03 until:${year + 1}-06`));
await each('an as-of date until drawn', years(2005, 2024).map((year) => `as-of:${year}`));
await browser.close();
