// words.js - the words of the interface, and dates and numbers as its language writes them.
//
// No word stands in the scripts: t('happenings', { n: 3 }) looks up what lang/XX/page.txt says, which the server hands out as
// /messages/XX.json.  {n} in it is replaced; of "one|many" the part that fits the number n is taken.

let table = {};
let current = 'en';
const numbers = new Map();
const dates = new Map();

export const language = () => current;

export async function useLanguage(code) {
	const answer = await fetch('/messages/' + code + '.json');
	if (!answer.ok) throw new Error('/messages/' + code + '.json: ' + answer.status);
	table = await answer.json();
	current = code;
	numbers.clear();
	dates.clear();
	document.documentElement.lang = code;
}

export function t(key, values) {
	let words = table[key];
	if (words === undefined) return key;
	if (!values) return words;
	if (words.includes('|') && 'n' in values) words = words.split('|')[new Intl.PluralRules(current).select(values.n) === 'one' ? 0 : 1];
	return words.replace(/\{(\w+)\}/g, (all, name) => (name === 'n' && typeof values.n === 'number' ? number(values.n) : values[name] ?? all));
}

/** The word for one of a closed list, or the word of the record itself where the language has none. */
export const term = (list, word) => table[list + '.' + word] ?? String(word ?? '').replace(/_/g, ' ');
export const has = (key) => key in table;

export function number(n, digits = 0) {
	const key = digits;
	if (!numbers.has(key)) numbers.set(key, new Intl.NumberFormat(current, { maximumFractionDigits: digits, minimumFractionDigits: digits }));
	return numbers.get(key).format(n);
}

function dateFormat(shape) {
	const options = {
		day: { day: 'numeric', month: 'short', year: 'numeric' },
		long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
		month: { month: 'short', year: 'numeric' },
		year: { year: 'numeric' },
		dayMonth: { day: 'numeric', month: 'short' },
		monthOnly: { month: 'short' },
	}[shape];
	if (!dates.has(shape)) dates.set(shape, new Intl.DateTimeFormat(current === 'en' ? 'en-GB' : current, { ...options, timeZone: 'UTC' }));
	return dates.get(shape);
}

/** A time in milliseconds, in one of the shapes above. */
export const showTime = (time, shape = 'day') => dateFormat(shape).format(time);

/** "2024", "2024-05" or "2024-05-01" in words; null is "". */
export function showDate(text, shape) {
	if (!text) return '';
	const parts = text.split('-').map(Number);
	const time = Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1);
	if (parts[0] < 100) return text;
	return showTime(time, shape ?? ['year', 'month', 'day'][Math.min(parts.length, 3) - 1]);
}

function timeOf(text) {
	const [year, month = 1, day = 1] = text.split('-').map(Number);
	return Date.UTC(year, month - 1, day);
}

/** A "when" of the record (RECORD.md, 3.3) as short as its precision allows. */
export function showWhen(when) {
	if (!when?.start) return '';
	if (when.precision === 'year') return showDate(when.start.slice(0, 4));
	if (when.precision === 'decade') return when.start.slice(0, 4) + '–' + (when.end || '').slice(0, 4);
	if (when.precision === 'month') return showDate(when.start.slice(0, 7));
	if (when.end && when.end !== when.start && when.precision !== 'day' && when.start > '0100') return dateFormat('day').formatRange(timeOf(when.start), timeOf(when.end));
	return showDate(when.start);
}
