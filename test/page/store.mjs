// store.mjs: what the tests of the page are done on, as JSON Lines: 240 days of small news in two languages, so that what must be found is known; then articles of
// Wikinews, items of Wikipedia's current events (both with their licences in NOTICE) and the Dutch sentences of test/cases, coded as they come.

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const ARTICLES = 30, ITEMS = 80, CASES = 80;

const pairs = [['France', 'Germany', 'Berlin'], ['Japan', 'India', 'New Delhi'], ['Turkey', 'Greece', 'Athens'], ['Brazil', 'Argentina', 'Buenos Aires'], ['Iran', 'Iraq', 'Baghdad'], ['Kenya', 'Egypt', 'Cairo']];
const english = [
	([a, b, c]) => `The foreign minister of ${a} visited ${c} on Monday. He met the president of ${b}.`,
	([a, b]) => `${a} condemned ${b} on Tuesday. The government of ${b} denied that it had broken the agreement.`,
	([a, b, c]) => `${a} will send medical aid to ${b} next month, according to the Red Cross. The first plane is expected in ${c}.`,
	([a, b]) => `${a} imposed sanctions on ${b} on Thursday. ${b} possibly attacked a ship of ${a} last week.`,
	([a, b]) => `${a} and ${b} signed a trade agreement on Friday.`,
];
const dutch = [
	'De Nederlandse premier bezocht dinsdag Brussel. Hij sprak er met de Belgische premier.',
	'Oekraïne en Nederland tekenden maandag in Kyiv een veiligheidsakkoord.',
];
for (let n = 0; n < 240; n++) {
	const date = new Date(Date.UTC(2023, 9, 2 + n)).toISOString().slice(0, 10), source = ['Morning Post', 'Evening News', 'Harbour Gazette'][n % 3];
	const text = n % 8 === 7 ? dutch[(n >> 3) % 2] : english[n % 5](pairs[(n * 7) % 6]);
	console.log(JSON.stringify({ id: 'a-' + n, date, text, source: n % 8 === 7 ? 'Avondblad' : source, lang: n % 8 === 7 ? 'nl' : 'en' }));
}

// What is still to come, near and far: neither comes first, nor stretches the axis.
[['The leaders of France and Germany will meet in Berlin in 2050.', 'far'], ['The president of Brazil will visit Buenos Aires on 12 January 2026.', 'near']].forEach(([text, id]) =>
	console.log(JSON.stringify({ id: 'plan-' + id, date: '2025-11-20', text, source: 'Morning Post', lang: 'en' })));

const judged = readFileSync(join(root, 'train/judged_en.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const isArticle = (one) => one.id.startsWith('wn-');
for (const one of [...judged.filter(isArticle).slice(0, ARTICLES), ...judged.filter((item) => !isArticle(item)).slice(0, ITEMS)]) {
	const { id, lang, date, title, text, source, url } = one;
	console.log(JSON.stringify({ id, lang, date, title, text, source, url }));
}

const cases = readdirSync(join(root, 'test/cases/nl')).sort().flatMap((file) => readFileSync(join(root, 'test/cases/nl', file), 'utf8').split(/\n(?=>)/).map((part) => [...part.matchAll(/^> (.*)/gm)].map((match) => match[1]).join(' ')).filter(Boolean));
const step = Math.max(1, Math.floor(cases.length / CASES));
cases.filter((text, n) => n % step === 0).slice(0, CASES).forEach((text, n) => {
	const date = new Date(Date.UTC(2024, 1, 1 + n)).toISOString().slice(0, 10);
	console.log(JSON.stringify({ id: 'nl-' + n, date, text, source: 'Avondblad', lang: 'nl' }));
});
