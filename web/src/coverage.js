// coverage.js - what the record rests on, and what it does not know: outlets, days, languages, how sure it says it is and how often that was right.

import { get } from './api.js';
import { h, s, fitCanvas, onceAFrame, watchCanvas } from './dom.js';
import { colour } from './colours.js';
import { DAY, startOf } from './calendar.js';
import { withWord } from './filter.js';
import { address, toView } from './state.js';
import { bars, section, showIn, viewHead } from './viewhead.js';
import { number, showDate, showTime, t, term } from './words.js';

export function coverage(root, status) {
	showIn(root, get('coverage', {}, 'view'), (answer) => [
		viewHead(t('coverage.title'), '', h('p.view-lead', null, t('coverage.lead'))),
		h('dl.figures', null, figure('coverage.documents', status.documents), figure('coverage.happenings', status.happenings), figure('coverage.lines', status.lines),
			figure('coverage.uncoded', answer.uncoded_documents, status.documents), figure('coverage.undated', answer.undated, status.happenings), figure('coverage.unplaced', answer.unplaced, status.happenings), figure('coverage.unknown', answer.unknown_actors, status.happenings)),
		section(t('coverage.days'), days(answer.days || [], answer.bucket)),
		h('div.two', null,
			section(t('coverage.sure'), h('p.muted', null, t('coverage.sure.why')), diagram(answer.accepted_by_confidence || [])),
			section(t('coverage.confidence'), h('p.muted', null, t('coverage.confidence.why')), bars((answer.confidence || []).map((one) => ({ label: number(one.from, 1) + ' – ' + number(one.to, 1), n: one.lines })).reverse()))),
		h('div.two', null,
			section(t('coverage.sources'), bars((answer.sources || []).slice(0, 25).map((one) => ({ label: one.source || t('nosource'), n: one.documents, more: t('coverage.perdocument', { n: number(one.documents ? one.lines / one.documents : 0, 1) }), href: one.source ? address(toView('record', { q: withWord('', 'source', one.source) })) : null })))),
			section(t('coverage.languages'), bars((answer.languages || []).map((one) => ({ label: term('lang', one.lang || '?'), n: one.documents }))))),
	]);
	return { update() {} };
}

const figure = (key, n, of) => h('div', null, h('dt', null, t(key)), h('dd', null, number(n ?? 0), of ? h('small', null, ' ', number(100 * (n ?? 0) / of, 0) + '%') : null));

function days(list, answerBucket = 'day') {
	const dated = list.filter((day) => day.at);
	if (!dated.length) return h('p.muted', null, t('dossier.none'));
	const canvas = h('canvas.days', { role: 'img', 'aria-label': t('coverage.days') }), note = h('p.muted');
	const totals = dated.map((day) => day.documents.reduce((all, n) => all + n, 0));
	const from = startOf(dated[0].at), to = startOf(dated[dated.length - 1].at) + DAY, months = answerBucket !== 'day' || (to - from) / DAY > 800;
	const put = new Map();
	dated.forEach((day, n) => { const key = months ? startOf(day.at.slice(0, 7)) : startOf(day.at); put.set(key, (put.get(key) || 0) + totals[n]); });
	note.textContent = showDate(dated[0].at) + ' – ' + showDate(dated[dated.length - 1].at);
	const draw = onceAFrame(() => {
		const fitted = fitCanvas(canvas);
		if (!fitted) return;
		const { context: c, width, height } = fitted, most = Math.max(...put.values()), x = (time) => (time - from) / (to - from) * width;
		c.fillStyle = colour('node');
		for (const [time, n] of put) c.fillRect(x(time), (height - 18) * (1 - n / most), Math.max(1, width * (months ? 30 : 1) * DAY / (to - from) - 0.5), (height - 18) * n / most);
		c.fillStyle = colour('muted');
		c.font = '11px ' + getComputedStyle(document.body).fontFamily;
		const dates = Math.max(2, Math.min(8, Math.floor(width / 90)));
		for (let n = 0; n < dates; n++) c.fillText(showTime(from + (to - from) * n / dates, 'month'), width * n / dates + 2, height - 4);
		c.fillText(number(most), 2, 11);
	});
	watchCanvas(canvas, draw);
	return [canvas, note];
}

// What share of judged lines was accepted, against what the coder said: on the diagonal it is as sure as it is right.
function diagram(list) {
	const judged = list.filter((one) => one.judged), side = 260, pad = 34, at = (share) => pad + share * (side - pad - 6), up = (share) => side - at(share);
	if (!judged.length) return h('p.muted', null, t('coverage.nojudged'));
	const most = Math.max(...judged.map((one) => one.judged));
	const svg = s('svg.diagram', { width: side, height: side, viewBox: '0 0 ' + side + ' ' + side, role: 'img', 'aria-label': t('coverage.sure') }, s('path.grid', { d: 'M' + at(0) + ',' + up(0) + 'L' + at(1) + ',' + up(1) }), s('path.zero', { d: 'M' + at(0) + ',' + up(1) + 'V' + up(0) + 'H' + at(1) }));
	for (const share of [0, 0.5, 1]) svg.append(s('text.tick', { x: at(share), y: side - pad + 16, 'text-anchor': 'middle' }, number(share, 1)), s('text.tick', { x: pad - 6, y: up(share) + 4, 'text-anchor': 'end' }, number(share, 1)));
	for (const one of judged) svg.append(s('circle', { cx: at((one.from + one.to) / 2), cy: up(one.accepted / one.judged), r: 3 + 6 * Math.sqrt(one.judged / most) }, s('title', null, number(one.accepted) + ' / ' + number(one.judged))));
	return svg;
}
