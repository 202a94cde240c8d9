// dossier.js - an actor, or an organisation: offices, memberships, members and treaties as lifelines, visits, partners over time, statements, sources.

import { get } from './api.js';
import { startOf } from './calendar.js';
import { scoreColour, sum } from './colours.js';
import { h, s } from './dom.js';
import { meaning, withWord } from './filter.js';
import { lifelines } from './lifelines.js';
import { worldMap } from './map.js';
import { spark } from './spark.js';
import { address, now, toView } from './state.js';
import { bars, eventList, section, showIn, viewHead } from './viewhead.js';
import { number, showDate, showTime, t, term } from './words.js';

const PASSED = ['as-of', 'known', 'since', 'until'];

export function dossier(root) {
	function load(state) {
		const all = meaning(state.q).parameters, filter = Object.fromEntries(PASSED.filter((key) => all[key]).map((key) => [key, all[key]]));
		return showIn(root, get('actors/' + encodeURIComponent(state.id), filter, 'view'), (answer) => view(answer, state));
	}
	load(now());
	return { update: (state, changed) => { if (changed.has('id') || changed.has('q')) load(state); } };
}

function view(answer, state) {
	const { actor } = answer, key = actor.name || actor.id, organisation = actor.kind === 'organisation' || answer.members?.length > 0;
	const inRecord = (more) => address(toView('record', { q: [withWord(state.q, 'who', actor.id), more].filter(Boolean).join(' ') }));
	const until = answer.time?.length ? startOf(answer.time[answer.time.length - 1].at) : 0;
	const total = (answer.time || []).reduce((n, at) => n + sum(at.n), 0);
	const made = answer.visits_made || [], received = answer.visits_received || [];
	const names = [...new Set(answer.actor.names || [])].filter((name) => name !== key).slice(0, 8);
	return [
		viewHead(key, [term('kind', actor.kind), actor.country, actor.sector && term('sector', actor.sector)].filter(Boolean).join(' · '),
			h('p.view-lead', null, h('a', { href: inRecord() }, t('happenings', { n: total })), ' · ', h('a', { href: address(toView('record', { q: withWord(withWord(state.q, 'actor', actor.id), 'type', 'SAY') })) }, t('dossier.statements', { n: answer.statements || 0 })),
				names.length ? h('span.muted', null, ' · ', t('dossier.names'), ' ', names.join(', ')) : null)),
		section(t('dossier.time'), spark(answer.time || [], answer.bucket || guess(answer.time), answer.now)),
		organisation ? section(t('dossier.members'), lifelines(answer.members || [], 'subject', until)) : null,
		part('dossier.offices', answer.offices, actor.kind === 'person' ? 'object' : 'subject', until),
		part('dossier.memberships', answer.memberships, 'object', until),
		part('dossier.treaties', answer.treaties, 'object', until),
		answer.relations?.length ? section(t('dossier.relations'), relationTable(answer.relations)) : null,
		made.length || received.length ? section(t('dossier.visits'), h('div.two', null, h('div', null, visitStrip(made, received)), mapOf(answer.visit_map)),
			h('div.two', null, h('div', null, h('h3', null, t('dossier.made', { n: made.length })), eventList(made.slice(0, 12), state.q)), h('div', null, h('h3', null, t('dossier.received', { n: received.length })), eventList(received.slice(0, 12), state.q)))) : null,
		answer.partners?.length ? section(t('dossier.partners'), partners(answer.partners, actor)) : null,
		answer.sources?.length ? section(t('dossier.sources'), bars(answer.sources.slice(0, 15).map((one) => ({ label: one.source || t('nosource'), n: one.n })))) : null,
	];
}

const guess = (time) => ({ 4: 'year', 7: 'month' }[time?.[0]?.at.length] || 'day');
const part = (title, states, which, until) => (states?.length ? section(t(title), lifelines(states, which, until)) : null);

function relationTable(relations) {
	return h('ul.relations', null, relations.slice(0, 40).map((state) => h('li', null, h('a', { href: address(toView('record', { sel: state.id })) },
		h('b', null, term('relation', state.relation)), ' ', (state.subject?.name || state.subject) + ' → ' + (state.object?.name || state.object || ''), h('span.muted', null, ' ', term('standing', state.standing), state.from?.start ? ', ' + showDate(state.from.start) : '')))));
}

function mapOf(overview) {
	if (!overview?.visits?.length && !overview?.places?.length) return null;
	const map = worldMap({ quiet: true, label: t('dossier.visits') });
	map.show(overview);
	return h('div.dossier-map', null, map.element);
}

// One row a year, months across: a mark for each visit, made above, received below.
function visitStrip(made, received) {
	const all = [...made.map((line) => [line, 1]), ...received.map((line) => [line, -1])].filter(([line]) => line.when?.start);
	if (!all.length) return h('p.muted', null, t('dossier.undatedvisits'));
	const years = [...new Set(all.map(([line]) => line.when.start.slice(0, 4)))].sort().reverse().slice(0, 12);
	const row = 34, width = 460, left = 44, month = (width - left) / 12, height = years.length * row + 18;
	const chart = s('svg.visit-strip', { width, height, viewBox: '0 0 ' + width + ' ' + height, role: 'img', 'aria-label': t('dossier.strip') });
	for (let m = 0; m < 12; m++) chart.append(s('text.tick', { x: left + (m + 0.5) * month, y: height - 4, 'text-anchor': 'middle' }, showTime(Date.UTC(2024, m, 1), 'monthOnly').slice(0, 3)));
	years.forEach((year, n) => {
		const y = n * row + row / 2, stacked = new Map();
		chart.append(s('text.name', { x: 0, y: y + 4 }, year), s('path.grid', { d: 'M' + left + ',' + y + 'H' + width }));
		for (const [line, side] of all.filter(([one]) => one.when.start.startsWith(year))) {
			const part = (startOf(line.when.start) - startOf(year)) / (366 * 86400000), x = left + part * (width - left), slot = side * 100 + Math.round(x / 6), level = stacked.get(slot) || 0;
			stacked.set(slot, level + 1);
			if (level > 2) continue;
			chart.append(s('a', { href: address(toView('record', { sel: line.id })) }, s('circle', { cx: x, cy: y - side * (5 + level * 5), r: 2.6, class: (side > 0 ? 'made' : 'received') + (line.status === 'happened' || line.status === 'ongoing' ? '' : ' is-open') }),
				s('title', null, showDate(line.when.start) + ' ' + (line.where?.name || ''))));
		}
	});
	return [chart, h('p.muted', null, h('i.dot.made'), ' ', t('dossier.madeword'), ' ', h('i.dot.received'), ' ', t('dossier.receivedword'))];
}

// Partner by year: a square as large as there were happenings, coloured by their mean score.
function partners(list, actor) {
	const shown = list.slice(0, 25), years = [...new Set(shown.flatMap((one) => one.years.map((year) => year.year)))].filter(Boolean).sort((a, b) => a - b).slice(-14);
	const most = Math.max(1, ...shown.flatMap((one) => one.years.map((year) => sum(year.n))));
	return h('div.scroll-x', null, h('table.partners', null,
		h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('dossier.partner')), years.map((year) => h('th', { scope: 'col' }, String(year))), h('th', { scope: 'col' }, t('dossier.all')))),
		h('tbody', null, shown.map((one) => {
			const by = new Map(one.years.map((year) => [year.year, year]));
			return h('tr', null, h('th', { scope: 'row' }, h('a', { href: address(toView('dyad', { a: actor.id, b: one.id })) }, one.name)), years.map((year) => {
				const cell = by.get(year), n = cell ? sum(cell.n) : 0;
				return h('td', null, n ? h('span.cell', { class: 'is-' + scoreColour(cell.score / n), style: { '--size': String(Math.sqrt(n / most)) }, role: 'img', 'aria-label': t('dossier.cell', { n, score: number(cell.score / n, 1) }), title: t('dossier.cell', { n, score: number(cell.score / n, 1) }) }) : null);
			}), h('td.n', null, number(one.years.reduce((all, year) => all + sum(year.n), 0))));
		}))));
}
