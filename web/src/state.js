// state.js - what the page shows, whole, in the address: a view can be sent.
//
// The part behind "#" is never sent to a server.  Keys that are empty or as they start are left out.

const start = {
	view: 'record',		// record actor dyad document coverage compare corrections
	q: '',			// the filter box
	sel: '',		// the line shown: e-… or s-…
	id: '',			// of an actor or a document
	a: '', b: '',		// of a dyad: actors; of compare: dates
	sense: '',		// of compare: as-of, known
	axis: '',		// the stretch of the time axis, FROM..TO, where it was zoomed
	coming: '',		// 1: the rows are what is still to come
	box: '',		// the map's window: scale,longitude,latitude of its middle
	pane: '',		// on a narrow screen: rows map network text
	lang: '', theme: '',
};
const listeners = new Set();
let state = read();

function read() {
	const next = { ...start };
	for (const [key, value] of new URLSearchParams(location.hash.slice(1))) if (key in start) next[key] = value;
	return next;
}

export function address(patch) {
	const next = { ...state, ...patch };
	const parts = new URLSearchParams();
	for (const key of Object.keys(start)) if (next[key] && next[key] !== start[key]) parts.set(key, next[key]);
	const text = parts.toString();
	return text ? '#' + text : location.pathname;
}

export const now = () => state;

/** Changes keys.  replace: no new entry in the history (while something is dragged). */
export function go(patch, { replace = false } = {}) {
	const changed = Object.keys(patch).filter((key) => patch[key] !== state[key]);
	if (!changed.length) return;
	const url = address(patch);
	state = { ...state, ...patch };
	history[replace ? 'replaceState' : 'pushState'](null, '', url);
	tell(changed);
}

/** Addresses of other views keep the language, the theme and, where they ask it, the filter. */
export const toView = (view, keys = {}) => ({ ...start, q: state.q, lang: state.lang, theme: state.theme, view, ...keys });

function tell(changed) {
	for (const listener of [...listeners]) listener(state, new Set(changed));
}

export function onChange(listener) {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function moved() {
	const before = state;
	state = read();
	const changed = Object.keys(start).filter((key) => before[key] !== state[key]);
	if (changed.length) tell(changed);
}
addEventListener('popstate', moved);
addEventListener('hashchange', moved);
