// rows.js - the happenings as rows, newest first: only those in sight are in the page, further ones are fetched when they come near.
//
// What is still to come (dated behind the newest document) is left out of them, and shown instead of them, the next first, when it is asked for.

import { givenUp, lines } from './api.js';
import { fill, h, onceAFrame } from './dom.js';
import { claimText, sign, whatText, whoText } from './sign.js';
import { go, now } from './state.js';
import { showWhen, t } from './words.js';

const FIRST = 40;	// rows of the first answer: more than a screen
const PAGE = 100;	// of those behind it
const AHEAD = 6;	// rows made beyond the edges of what is in sight
const PRINTED = 100;	// at most, on paper

/** The parameters of the first page. */
export const firstPage = (parameters, coming) => ({ ...parameters, coming: coming ? 1 : 0, limit: FIRST });

export function rowList({ onOpen }) {
	const body = h('div.rows-body');
	const list = h('div.rows', { role: 'listbox', tabindex: 0, id: 'rows', 'aria-label': t('rows.label') }, body);
	const state = h('div.empty', { role: 'status', hidden: true });
	const element = h('div.rows-box', null, list, state);
	let rows = [], next = '', filter = {}, loading = false, total = 0, height = 52, sight = 0, top = 0, generation = 0, printing = false;

	const draw = onceAFrame(paint);
	new ResizeObserver(() => {
		height = parseFloat(getComputedStyle(list).getPropertyValue('--row')) || 52;
		sight = list.clientHeight;
		draw();
	}).observe(list);
	list.addEventListener('scroll', () => { top = list.scrollTop; draw(); }, { passive: true });

	async function load(first) {
		const mine = first ? ++generation : generation;
		loading = true;
		try {
			const answer = await lines('events', first ? filter : { ...filter, limit: PAGE, cursor: next }, 'rows');
			if (mine !== generation) return;
			rows = first ? answer.rows : rows.concat(answer.rows);
			next = answer.next;
			say(rows.length ? '' : t('rows.none'), rows.length ? '' : t('rows.none.why'));
			if (first && top) list.scrollTop = top = 0;
		} catch (error) {
			if (givenUp(error) || mine !== generation) return;
			rows = first ? [] : rows;
			next = '';
			say(t('error.title'), error.message);
		} finally {
			if (mine === generation) loading = false;
		}
		element.removeAttribute('aria-busy');
		paint();
	}

	function say(title, why) {
		state.hidden = !title;
		list.hidden = Boolean(title);
		fill(state, h('h2', null, title), h('p', null, why));
	}

	function paint() {
		const count = rows.length + (next ? 1 : 0);
		let from = Math.max(0, Math.floor(top / height) - AHEAD), to = Math.min(rows.length, Math.ceil((top + sight) / height) + AHEAD);
		if (printing) [from, to] = [0, Math.min(rows.length, PRINTED)];
		body.style.setProperty('height', printing ? 'auto' : count * height + 'px');
		const selected = now().sel;
		let at = -1;
		fill(body, rows.slice(from, to).map((line, n) => {
			const index = from + n;
			if (line.id === selected) at = index;
			return row(line, index, line.id === selected);
		}), next && to === rows.length ? h('div.row.row-more', { style: { top: rows.length * height + 'px' } }, t('loading')) : null);
		if (at >= 0) list.setAttribute('aria-activedescendant', 'row-' + at);
		else list.removeAttribute('aria-activedescendant');
		if (next && !loading && to > rows.length - Math.min(30, rows.length / 4)) load(false);
	}

	function row(line, index, selected) {
		const day = showWhen(line.when) || t('rows.undated'), same = index > 0 && (showWhen(rows[index - 1].when) || t('rows.undated')) === day;
		const sources = line.happening?.sources || 1, claims = claimText(line);
		return h('div.row', { id: 'row-' + index, role: 'option', 'aria-selected': String(selected), 'aria-setsize': total || rows.length, 'aria-posinset': index + 1,
			class: (selected ? 'is-selected ' : '') + (line.confidence < 0.4 ? 'is-unsure' : ''), style: printing ? {} : { top: index * height + 'px' },
			onclick: () => open(index) },
		h('span.row-date', { class: same ? 'is-same' : '' }, day), sign(line),
		h('span.row-who', null, whoText(line)),
		h('span.row-what', null, h('b', null, whatText(line)), line.where ? h('span.row-place', null, line.where.name) : null, claims ? h('span.row-claim', null, claims) : null),
		sources > 1 ? h('span.row-sources', { title: t('rows.reports', { n: line.happening.reports }) }, t('rows.sources', { n: sources })) : null);
	}

	function open(index) {
		const line = rows[index];
		if (!line) return;
		if (onOpen(line)) return;
		go({ sel: line.id, pane: 'text' }, { replace: Boolean(now().sel) });
	}

	function move(by) {
		const at = rows.findIndex((line) => line.id === now().sel);
		const to = Math.max(0, Math.min(rows.length - 1, at < 0 ? (by > 0 ? Math.floor(top / height) : 0) : at + by));
		if (!rows.length) return;
		if (to * height < top) list.scrollTop = to * height;
		if ((to + 1) * height > top + sight) list.scrollTop = (to + 1) * height - sight;
		go({ sel: rows[to].id }, { replace: Boolean(now().sel) });
	}

	list.addEventListener('keydown', (event) => {
		const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 }[event.key];
		if (by) {
			event.preventDefault();
			move(by);
		} else if (event.key === 'Enter') {
			event.preventDefault();
			open(Math.max(0, rows.findIndex((line) => line.id === now().sel)));
		}
	});

	const paper = matchMedia('print');
	printing = paper.matches;
	paper.addEventListener('change', () => {
		printing = paper.matches;
		paint();
	});

	return {
		element,
		move,
		focus: () => list.focus(),
		/** coming: what is still to come instead of what has been.  Done when it is in the page. */
		show(parameters, coming) {
			filter = firstPage(parameters, coming);
			element.setAttribute('aria-busy', 'true');
			return load(true);
		},
		total(n) { total = n; },
		find: (id) => rows.find((line) => line.id === id),
		update: draw,
		count: () => rows.length,
	};
}
