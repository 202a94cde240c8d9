// dyad.js - two actors: what each does to the other and both together over time, as scores, with the largest happenings numbered on the line.

import { scaleLinear, scaleUtc } from 'd3-scale';
import { actorName } from './actormenu.js';
import { get } from './api.js';
import { nextBucket, startOf } from './calendar.js';
import { sum } from './colours.js';
import { h, s } from './dom.js';
import { meaning, withWord } from './filter.js';
import { sign, whatText, whoText } from './sign.js';
import { address, now, toView } from './state.js';
import { usualStretch } from './timeline.js';
import { section, showIn, viewHead } from './viewhead.js';
import { number, showTime, showWhen, t } from './words.js';

const PASSED = ['as-of', 'known', 'since', 'until', 'status', 'type', 'source', 'lang', 'min-confidence'];

export function dyad(root) {
	function load(state) {
		const all = meaning(state.q).parameters, filter = Object.fromEntries(PASSED.filter((key) => all[key]).map((key) => [key, all[key]]));
		return showIn(root, get('dyads/' + encodeURIComponent(state.a) + '/' + encodeURIComponent(state.b), { ...filter, bucket: filter.since ? '' : 'month' }, 'view'), (answer) => view(answer, state));
	}
	load(now());
	return { update: (state, changed) => { if (changed.has('a') || changed.has('b') || changed.has('q')) load(state); } };
}

function view(answer, state) {
	const a = answer.a.name || answer.a.id, b = answer.b.name || answer.b.id, largest = (answer.largest || []).slice(0, 30);
	const numbered = largest.filter((line) => line.when?.start).slice(0, 12);
	const all = (key) => answer.series.reduce((n, at) => n + sum(at[key]?.n || []), 0);
	const record = (words, actor, recipient) => h('a', { href: address(toView('record', { q: recipient ? withWord(withWord('', 'actor', actor), 'recipient', recipient) : withWord(withWord('', 'who', actor), 'with', b) })) }, words);
	return [
		viewHead([a, h('span.amp', null, ' & '), b], '', h('p.view-lead', null, record(a + ' → ' + b, state.a, state.b), ' ', number(all('ab')), ' · ', record(b + ' → ' + a, state.b, state.a), ' ', number(all('ba')), ' · ', t('dyad.together'), ' ', number(all('both')), ' · ',
			actorName(answer.a), ' ', actorName(answer.b))),
		answer.series.length ? section(t('dyad.scores'), h('p.muted', null, t('dyad.why')), chart(answer, [a, b], numbered)) : h('div.empty', null, h('h2', null, t('rows.none'))),
		largest.length ? section(t('dyad.largest'), h('ol.event-list', null, largest.map((line) => {
			const n = numbered.indexOf(line);
			return h('li', null, h('a', { href: address(toView('record', { sel: line.id, q: state.q })) }, h('span.marker', { class: n < 0 ? 'is-none' : '' }, n < 0 ? '' : String(n + 1)),
				h('span.row-date', null, showWhen(line.when) || t('rows.undated')), sign(line), h('span', null, whoText(line)), h('span.muted', null, [whatText(line), line.where?.name].filter(Boolean).join(' · '))));
		}))) : null,
	];
}

function chart({ series, bucket, now: today }, [a, b], numbered) {
	const width = Math.max(320, Math.min(1060, document.documentElement.clientWidth - 48)), lane = 92, foot = 22, left = 4, height = 3 * lane + foot;
	const stretch = usualStretch(series.map((at) => ({ at: at.at, n: ['ab', 'ba', 'both'].map((key) => sum(at[key]?.n || [])) })), bucket, today);
	const x = scaleUtc().domain(stretch).range([left, width - 4]);
	const svg = s('svg.dyad-chart', { width, height, viewBox: '0 0 ' + width + ' ' + height, role: 'img', 'aria-label': t('dyad.scores') });
	const top = Math.max(1, ...series.flatMap((at) => ['ab', 'ba', 'both'].map((key) => Math.abs(at[key]?.score || 0))));
	const y = scaleLinear().domain([-top, top]).range([lane / 2 - 12, -(lane / 2 - 12)]);
	for (const tick of x.ticks(Math.min(10, width / 90))) svg.append(s('path.grid', { d: 'M' + x(tick) + ',0V' + (height - foot) }), s('text.tick', { x: x(tick) + 3, y: height - 6 }, x(tick) > width - 60 ? '' : new Date(tick).getUTCMonth() ? showTime(tick, 'month') : showTime(tick, 'year')));
	[['ab', a + ' → ' + b], ['ba', b + ' → ' + a], ['both', t('dyad.together')]].forEach(([key, words], n) => {
		const middle = n * lane + lane / 2;
		svg.append(s('path.zero', { d: 'M' + left + ',' + middle + 'H' + (width - 4) }), s('text.name', { x: left, y: n * lane + 13 }, words));
		for (const at of series) {
			const one = at[key], from = x(startOf(at.at)), wide = Math.max(2, x(nextBucket(startOf(at.at), bucket)) - from - 1);
			if (!one || !sum(one.n) || from < left) continue;
			const tall = y(one.score);
			svg.append(s('rect', { x: from, y: middle + Math.min(0, tall), width: wide, height: Math.max(1, Math.abs(tall)), class: one.score < 0 ? 'is-conf2' : one.score > 0 ? 'is-coop2' : 'is-none' },
				s('title', null, showTime(startOf(at.at), bucket === 'week' ? 'day' : bucket) + ': ' + number(one.score, 1) + ' (' + t('happenings', { n: sum(one.n) }) + ')')));
		}
	});
	const pins = [];
	numbered.forEach((line, n) => {
		const at = Math.max(8, x(startOf(line.when.start)));
		let level = 0;
		if (at < left || at > width) return;
		while (pins.some((pin) => pin.level === level && Math.abs(pin.at - at) < 15)) level++;
		pins.push({ at, level });
		svg.append(s('circle.pin', { cx: at, cy: height - foot - 8 - level * 16, r: 7 }), s('text.pin-n', { x: at, y: height - foot - 4.5 - level * 16, 'text-anchor': 'middle' }, String(n + 1)));
	});
	return h('div.chart-box', null, svg);
}
