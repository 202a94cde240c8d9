// lifelines.js - states as lines through time: an office, a membership, a treaty each from where its evidence begins to where it ends.
//
// Solid is in force, pale is ended, dashed is announced, applied for or invited, dotted is unconfirmed or disputed, struck is denied.  A line without a
// beginning fades in at the left, one without an end runs to the edge of the axis and fades there.

import { scaleUtc } from 'd3-scale';
import { endOf, startOf } from './calendar.js';
import { h, s } from './dom.js';
import { objectOf, subjectOf } from './sign.js';
import { address, toView } from './state.js';
import { showDate, showTime, t, term } from './words.js';

const ROW = 24, TALL = 40, LABEL = 260, FOOT = 22, SHOWN = 24, ALL = 400;
const NARROW = 560;	// pixels of width under which the name stands over its line instead of before it

const dayOf = (when, end) => (when && typeof when === 'object' ? (end ? when.end || when.start : when.start) : when) || '';
const fromOf = (state) => dayOf(state.from), toOf = (state) => dayOf(state.to, true);
const seenOf = (state) => state.first || state.first_known || state.last || state.last_known || '';

/** which: the name that stands at the left, 'object' or 'subject'. */
export function lifelines(states, which, until, most = SHOWN) {
	const known = states.filter((state) => fromOf(state) || toOf(state) || seenOf(state) || state.id).slice();
	if (!known.length) return h('p.muted', null, t('dossier.none'));
	const rows = grouped(known, which), shown = rows.slice(0, most);
	const days = known.flatMap((state) => [fromOf(state), toOf(state), seenOf(state)]).filter(Boolean).map((day) => startOf(day.slice(0, 10)));
	const last = Math.max(until || 0, ...days), first = Math.min(...days, last - 365 * 86400000), pad = (last - first) * 0.03;
	const width = Math.max(320, Math.min(1060, document.documentElement.clientWidth - 48)), narrow = width < NARROW, label = narrow ? 0 : Math.min(LABEL, width * 0.38), row = narrow ? TALL : ROW, height = shown.length * row + FOOT;
	const x = scaleUtc().domain([first - pad, last + pad]).range([label, width - 8]);
	const chart = s('svg.lifelines', { width, height, viewBox: '0 0 ' + width + ' ' + height, role: 'list' });
	for (const tick of x.ticks(Math.min(10, (width - label) / 70))) {
		const clipped = x(tick) < 16 || x(tick) > width - 16;
		chart.append(s('path.grid', { d: 'M' + x(tick) + ',0V' + (height - FOOT) }), clipped ? '' : s('text.tick', { x: x(tick), y: height - 6, 'text-anchor': 'middle' }, new Date(tick).getUTCMonth() ? showTime(tick, 'monthOnly') : showTime(tick, 'year')));
	}
	shown.forEach(([name, list], n) => {
		const y = narrow ? n * row + 28 : n * row + row / 2, room = (narrow ? width : label) / 6.8;
		chart.append(s('text.name', { x: 0, y: narrow ? y - 13 : y + 4 }, name.length > room ? name.slice(0, room - 1) + '…' : name, s('title', null, name)));
		for (const state of list) chart.append(line(state, x, y, label, width));
	});
	const box = h('div.chart-box', null, chart);
	if (rows.length > most) box.append(h('button.quiet', { type: 'button', onclick: () => box.replaceWith(lifelines(states, which, until, ALL)) }, t('more', { n: rows.length - most })));
	return box;
}

function grouped(states, which) {
	const rows = new Map();
	for (const state of states) {
		const name = (which === 'subject' ? subjectOf(state) + (state.relation === 'member_of' || !objectOf(state) || !state.country ? '' : ', ' + objectOf(state)) : objectOf(state)) || '?';
		const key = which === 'object' && state.country && typeof state.office !== 'object' ? name + ' (' + state.country + ')' : name;
		rows.set(key, [...(rows.get(key) || []), state]);
	}
	return [...rows].sort((a, b) => (fromOf(b[1][0]) || '').localeCompare(fromOf(a[1][0]) || ''));
}

function line(state, x, y, left, right) {
	const from = fromOf(state), to = toOf(state), seen = seenOf(state);
	const x0 = from ? x(startOf(from)) : Math.max(left + 2, to ? left + 2 : (seen ? x(startOf(seen.slice(0, 10))) : left + 2)), x1 = to ? x(endOf(to)) : right - 8;
	const days = (from ? showDate(from) : '?') + ' – ' + (to ? showDate(to) : '');
	const words = [subjectOf(state) + ' → ' + objectOf(state), term('standing', state.standing), days, state.basis ? term('rests', state.basis) : ''].filter(Boolean).join(', ');
	const shape = s('g.life', { class: 'is-' + state.standing, role: 'listitem' }, s('title', null, words),
		s('path', { d: 'M' + x0 + ',' + y + 'H' + Math.max(x0 + 3, x1) }), from ? s('circle', { cx: x0, cy: y, r: 3 }) : null, to ? s('circle', { cx: x1, cy: y, r: 3 }) : null,
		state.standing === 'denied' ? s('path.strike', { d: 'M' + (x0 + 4) + ',' + (y + 5) + 'L' + (x0 + 14) + ',' + (y - 5) }) : null);
	return state.id ? s('a', { href: address(toView('record', { sel: state.id })), 'aria-label': words }, shape) : shape;
}
