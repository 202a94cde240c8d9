// record.js - the first view: time axis, rows, map, network, what they are made of, and the selected line in its text.  One filter; all follow.
//
// Three questions draw it, asked at once: the first page of rows; the sums that the axis and the lists are made of; those of map and network.  What the eye is on
// comes first: rows, axis and lists are drawn when they are there, the map with them or in the frame behind them, the network when it has settled.

import { get, givenUp, lines } from './api.js';
import { actorMenu } from './actormenu.js';
import { iso } from './calendar.js';
import { exportMenu } from './export.js';
import { facets, legend } from './facets.js';
import { afterFrame, fill, h } from './dom.js';
import { meaning, toggled } from './filter.js';
import { worldMap } from './map.js';
import { network } from './network.js';
import { reader } from './reader.js';
import { firstPage, rowList } from './rows.js';
import { go, now } from './state.js';
import { timeline, usualStretch } from './timeline.js';
import { showDate, t } from './words.js';

const PANES = ['rows', 'map', 'network', 'text'];
const SUMS = 'time,kinds', SPOTS = 'places,visits,actors';

const WHOLE = { bucket: 'month', parts: 'time' };

/** Asks for what the record of that state will need, while the page is still being set up: the answers are kept. */
export function foresee(state) {
	const { parameters } = meaning(state.q), quiet = () => {};
	lines('events', firstPage(parameters, state.coming)).catch(quiet);
	get('overview', WHOLE).catch(quiet);
	get('overview', { ...parameters, parts: SPOTS }).catch(quiet);
}

export function record(root, { status, filterBox, refresh }) {
	const axis = timeline();
	const map = worldMap({ onPlace: (place) => go({ q: toggled(now().q, 'place', place.name) }), onMove: (box) => go({ box }, { replace: true }) });
	const ties = network({ onActor: actorMenu });
	const lists = facets();
	const total = h('h1.total', { tabindex: -1 });
	const extra = h('p.total-more');
	const exporting = exportMenu();
	const coming = h('button.coming', { type: 'button', hidden: true, onclick: () => go({ coming: now().coming ? '' : '1', sel: '' }) });
	const rows = rowList({ onOpen: (line) => (picking ? picked(line) : false) });
	const text = reader({ status, onChanged: refresh, onPick: pick });
	const banner = h('p.banner', { role: 'status', hidden: true });
	const tabs = h('nav.panes', { 'aria-label': t('panes.label') }, PANES.map((pane) => h('button', { type: 'button', 'data-pane': pane, onclick: () => go({ pane: pane === 'rows' ? '' : pane }, { replace: true }) }, t('pane.' + pane))));
	const main = h('div.record', null, axis.element,
		h('section.pane-rows', { 'aria-label': t('rows.label') }, h('header.rows-head', null, h('div', null, total, extra), exporting.element), banner, coming, rows.element),
		h('section.pane-map', { 'aria-label': t('map.label') }, map.element),
		h('section.pane-network', { 'aria-label': t('network.label') }, h('h2.pane-title', null, t('network.title')), ties.element),
		h('section.pane-facets', null, lists.element), h('div.pane-text', null, text.element, h('p.pane-none', null, t('reader.none'))), h('div.print-legend', null, legend()), tabs);
	fill(root, main);
	let picking = null;

	function pick(words, run) {
		picking = run;
		banner.hidden = false;
		fill(banner, words, ' ', h('button.quiet', { type: 'button', onclick: stopPicking }, t('cancel')));
		go({ pane: '' }, { replace: true });
		rows.focus();
	}
	function picked(line) {
		const run = picking;
		stopPicking();
		run(line);
		return true;
	}
	function stopPicking() {
		picking = null;
		banner.hidden = true;
	}

	let asked = 0;

	/** The sums of the lists, with the axis beside them. */
	const sums = (state, channel) => {
		const { parameters } = meaning(state.q), stretch = axis.stretch(state);
		return get('overview', { ...parameters, parts: SUMS, axis: stretch ? iso(stretch[0]) + '..' + iso(stretch[1] - 1) : '' }, channel);
	};

	async function loadAxis(state) {
		try {
			axis.show((await sums(state, 'axis')).axis);
		} catch (error) {
			if (!givenUp(error)) axis.show(null);
		}
	}

	async function loadRows(state) {
		const { parameters } = meaning(state.q);
		await rows.show(parameters, state.coming);
		if (rows.count() === 1 && !now().sel) rows.move(0);
	}

	function drawSums(answer, state) {
		filterBox.complain('');
		rows.total(state.coming ? answer.coming : answer.total - answer.coming);
		total.textContent = t('happenings', { n: answer.total });
		const stretch = usualStretch(answer.time, answer.bucket, answer.now);
		extra.textContent = [stretch ? spell(iso(stretch[0]), iso(stretch[1] - 1)) : '', answer.undated ? t('rows.undatedcount', { n: answer.undated }) : ''].filter(Boolean).join(' · ');
		if (state.axis === now().axis) axis.show(answer.axis || answer);
		axis.note(t('happenings', { n: answer.total }));
		lists.show(answer);
		coming.hidden = !answer.coming && !state.coming;
		coming.setAttribute('aria-pressed', String(Boolean(state.coming)));
		coming.textContent = state.coming ? t('rows.back') : t('rows.coming', { n: answer.coming, day: showDate(answer.next) });
		if (answer.total && answer.coming === answer.total && !state.coming) go({ coming: '1' }, { replace: true });
	}

	/** Rows, axis and lists first, then the map, then the network; measured as coulisse-first and coulisse-all, from here to the frame that shows it. */
	async function loadSelection(state) {
		const mine = ++asked, began = performance.now();
		const first = [loadRows(state), sums(state, 'sums').then((answer) => { if (mine === asked) drawSums(answer, state); })];
		const spots = get('overview', { ...meaning(state.q).parameters, parts: SPOTS }, 'spots');
		let there = null;
		spots.then((answer) => { there = answer; }, () => {});
		try {
			await Promise.all(first);
			if (mine !== asked) return;
			if (there) map.show(there);	// in the same frame, as it need not be waited for
			const drawn = there, settled = there && ties.show(there);
			await afterFrame();
			performance.measure('coulisse-first', { start: began, end: performance.now() });
			const answer = await spots;
			if (mine !== asked) return;
			if (answer !== drawn) map.show(answer);
			await (settled || ties.show(answer));
			await afterFrame();
			performance.measure('coulisse-all', { start: began, end: performance.now() });
		} catch (error) {
			if (givenUp(error) || mine !== asked) return;
			if (error.status === 400) filterBox.complain(error.message);
			total.textContent = t('error.title');
			extra.textContent = error.message;
		}
	}
	const spell = (from, to) => (from === to ? showDate(from) : showDate(from) + ' – ' + showDate(to));

	async function begin() {
		try {
			const whole = await get('overview', WHOLE, 'whole');
			axis.setUsual(usualStretch(whole.time, whole.bucket, whole.now));
		} catch {
			axis.setUsual(null);
		}
		axis.update(now());
		loadSelection(now());
	}

	function show(state) {
		main.dataset.pane = PANES.includes(state.pane) ? state.pane : 'rows';
		main.classList.toggle('has-text', Boolean(state.sel));
		for (const tab of tabs.children) {
			if (tab.dataset.pane === main.dataset.pane) tab.setAttribute('aria-current', 'page');
			else tab.removeAttribute('aria-current');
		}
		text.show(state.sel);
		map.select(rows.find(state.sel)?.where);
		map.move(state.box);
	}

	begin();
	show(now());
	return {
		update(state, changed) {
			if (changed.has('q') && state.coming && !changed.has('coming')) return go({ coming: '' }, { replace: true });
			if (changed.has('q') || changed.has('coming')) loadSelection(state);
			else if (changed.has('axis')) loadAxis(state);
			else if (changed.has('sel')) rows.update();
			axis.update(state);
			show(state);
		},
		redraw() {
			axis.redraw();
			map.redraw();
			ties.redraw();
		},
		refresh() {
			begin();
			text.refresh();
		},
		keys: {
			j: () => rows.move(1), k: () => rows.move(-1), ArrowDown: () => rows.move(1), ArrowUp: () => rows.move(-1),
			Escape: () => (picking ? stopPicking() : now().sel ? text.close() : null),
			Enter: () => { if (now().sel) { go({ pane: 'text' }, { replace: true }); text.element.focus(); } else rows.move(0); },
			x: () => exporting.open(), '[': () => axis.stepAsOf(-1), ']': () => axis.stepAsOf(1),
			d: () => { const line = text.line(); if (line) go({ view: 'document', id: line.doc }); },
			o: () => { const line = text.line(), actor = line && [...(line.actors || []), ...(line.recipients || []), line.subject].find((one) => one?.id); if (actor) go({ view: 'actor', id: actor.id, q: '' }); },
			a: () => text.tool('accept'), r: () => text.tool('reject'), e: () => text.tool('edit'), m: () => text.tool('merge'), s: () => text.tool('split'), u: () => text.tool('undo'),
		},
	};
}
