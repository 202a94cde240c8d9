// api.js - the server's answers: JSON and JSON Lines, the newest question of a kind wins, answers kept while the record stays the same.

const ROOT = '/api/v1/';
const KEPT = 60;
const kept = new Map();
const asking = new Map();

export class ApiError extends Error {
	constructor(status, message) {
		super(message);
		this.status = status;
	}
}

export function query(parameters) {
	const parts = new URLSearchParams();
	for (const [key, value] of Object.entries(parameters || {})) if (value !== '' && value !== null && value !== undefined) parts.set(key, value);
	const text = parts.toString();
	return text ? '?' + text : '';
}

export const url = (path, parameters) => ROOT + path + query(parameters);

async function failed(answer) {
	let message = answer.status + ' ' + answer.statusText;
	try {
		message = (await answer.json()).error || message;
	} catch {
		// no JSON: the status says it
	}
	return new ApiError(answer.status, message);
}

function keep(key, answer) {
	kept.set(key, answer);
	answer.catch(() => { if (kept.get(key) === answer) kept.delete(key); });
	if (kept.size > KEPT) kept.delete(kept.keys().next().value);
	return answer;
}

async function fetched(address, signal, reading) {
	const answer = await fetch(address, { signal, headers: { Accept: 'application/json, application/x-ndjson' } });
	if (!answer.ok) throw await failed(answer);
	return reading(answer);
}

/** channel: a question with the same channel is given up when this one is asked. */
function ask(address, channel, reading) {
	const before = channel && asking.get(channel), control = new AbortController();
	if (before && before.address !== address) {
		before.control.abort();
		asking.delete(channel);
		kept.delete(before.address);
	}
	if (kept.has(address)) return kept.get(address);
	const answer = keep(address, fetched(address, control.signal, reading)), mine = { address, control };
	if (channel) {
		asking.set(channel, mine);
		answer.catch(() => {}).then(() => { if (asking.get(channel) === mine) asking.delete(channel); });
	}
	return answer;
}

export const get = (path, parameters, channel) => ask(url(path, parameters), channel, (answer) => answer.json());

/** JSON Lines: { rows, next }, next being the cursor of the following page or ''. */
export const lines = (path, parameters, channel) => ask(url(path, parameters), channel, async (answer) => ({
	rows: (await answer.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line)),
	next: answer.headers.get('Coulisse-Next') || '',
}));

export async function post(path, body) {
	const answer = await fetch(ROOT + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
	if (!answer.ok) throw await failed(answer);
	forget();
	return answer.json();
}

export const forget = () => kept.clear();
export const givenUp = (error) => error?.name === 'AbortError';
