// record.js - the first view: time axis, rows, map, network, what they are made of, and the selected line in its text.  One filter; all follow.
//
// Three questions draw it: the overview of what fits the filter at any time (the axis), the overview of what fits it as it stands (map, network, lists,
// the total), and the first page of rows.  A brush asks only the last two.

import { get, givenUp } from './api.js';
import { actorMenu } from './actormenu.js';
import { iso } from './calendar.js';
import { exportMenu } from './export.js';
import { facets, legend } from './facets.js';
import { fill, h } from './dom.js';
import { meaning, toggled } from './filter.js';
import { worldMap } from './map.js';
import { network } from './network.js';
import { reader } from './reader.js';
import { rowList } from './rows.js';
import { go, now } from './state.js';
import { timeline, usualStretch } from './timeline.js';
import { showDate, t } from './words.js';

const PANES = ['rows', 'map', 'network', 'text'];
const TIMES = ['since', 'until', 'as-of', 'known'];

export function record(root, { status, filterBox, refresh }) {
	const axis = timeline();
	const map = worldMap({ onPlace: (place) => go({ q: toggled(now().q, 'place', place.name) }) });
	const ties = network({ onActor: actorMenu });
	const lists = facets();
	const total = h('h1.total', { tabindex: -1 });
	const extra = h('p.total-more');
	const exporting = exportMenu();
	const rows = rowList({ onOpen: (line) => (picking ? picked(line) : false) });
	const text = reader({ status, onChanged: refresh, onPick: pick });
	const banner = h('p.banner', { role: 'status', hidden: true });
	const tabs = h('nav.panes', { 'aria-label': t('panes.label') }, PANES.map((pane) => h('button', { type: 'button', 'data-pane': pane, onclick: () => go({ pane: pane === 'rows' ? '' : pane }, { replace: true }) }, t('pane.' + pane))));
	const main = h('div.record', null, axis.element,
		h('section.pane-rows', { 'aria-label': t('rows.label') }, h('header.rows-head', null, h('div', null, total, extra), exporting.element), banner, rows.element),
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

	const without = (parameters, keys) => Object.fromEntries(Object.entries(parameters).filter(([key]) => !keys.includes(key)));

	async function loadAxis(state) {
		const base = without(meaning(state.q).parameters, TIMES), stretch = axis.stretch(state);
		if (!stretch) return;
		try {
			axis.show(await get('overview', { ...base, since: iso(stretch[0]), until: iso(stretch[1] - 1) }, 'axis'));
		} catch (error) {
			if (!givenUp(error)) axis.show(null);
		}
	}

	async function loadSelection(state) {
		const { parameters } = meaning(state.q), began = performance.now();
		rows.show(parameters).then(() => { if (rows.count() === '1' && !now().sel) rows.move(0); });
		try {
			const answer = await get('overview', parameters, 'selection');
			filterBox.complain('');
			rows.total(answer.total);
			total.textContent = t('happenings', { n: answer.total });
			const stretch = usualStretch(answer.time, answer.bucket);
			extra.textContent = [stretch ? spell(iso(stretch[0]), iso(stretch[1] - 1)) : '', answer.undated ? t('rows.undatedcount', { n: answer.undated }) : ''].filter(Boolean).join(' · ');
			map.show(answer);
			ties.show(answer);
			lists.show(answer);
			axis.note(t('happenings', { n: answer.total }));
			performance.measure('coulisse-selection', { start: began, end: performance.now() });
		} catch (error) {
			if (givenUp(error)) return;
			if (error.status === 400) filterBox.complain(error.message);
			total.textContent = t('error.title');
			extra.textContent = error.message;
		}
	}
	const spell = (from, to) => (from === to ? showDate(from) : showDate(from) + ' – ' + showDate(to));

	async function begin() {
		const state = now();
		loadSelection(state);
		try {
			const whole = await get('overview', { bucket: 'month' }, 'whole');
			axis.setUsual(usualStretch(whole.time, whole.bucket));
		} catch {
			axis.setUsual(null);
		}
		axis.update(state);
		loadAxis(state);
	}

	function show(state) {
		main.dataset.pane = PANES.includes(state.pane) ? state.pane : 'rows';
		main.classList.toggle('has-text', Boolean(state.sel));
		for (const tab of tabs.children) {
			if (tab.dataset.pane === main.dataset.pane) tab.setAttribute('aria-current', 'page');
			else tab.removeAttribute('aria-current');
		}
		text.show(state.sel);
		const line = rows.find(state.sel);
		map.select(line?.where);
		rows.update();
	}

	begin();
	show(now());
	return {
		update(state, changed) {
			if (changed.has('q')) {
				loadSelection(state);
				loadAxis(state);
			}
			if (changed.has('axis')) loadAxis(state);
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
