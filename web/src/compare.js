// compare.js - the record as of two dates: what held, or was known, only then, only later, and what changed.

import { get } from './api.js';
import { isDate } from './calendar.js';
import { fill, h } from './dom.js';
import { objectOf, subjectOf } from './sign.js';
import { address, go, now, toView } from './state.js';
import { showIn, viewHead } from './viewhead.js';
import { showDate, t, term } from './words.js';

const SHOWN = 200;

export function compare(root, status) {
	const wrong = h('p.field-error', { role: 'alert' }), result = h('div.compare-result', { 'aria-live': 'polite' });
	const year = Number((status.last || '2000').slice(0, 4));
	const day = (name, value) => h('label.field', null, t('compare.' + name), h('input', { type: 'text', name, value, placeholder: t('date.shape'), size: 12, inputmode: 'numeric', autocomplete: 'off' }));
	const form = h('form.compare-form', { onsubmit: (event) => {
		event.preventDefault();
		const { a, b, sense } = Object.fromEntries(new FormData(form));
		wrong.textContent = isDate(a) && isDate(b) ? '' : t('date.wrong');
		if (!wrong.textContent) go({ a, b, sense });
	} });
	fill(root, viewHead(t('compare.title'), '', h('p.view-lead', null, t('compare.lead'))), form, wrong, result);

	function load(state) {
		const sense = state.sense || 'as-of';
		fill(form, day('a', state.a || String(year - 1)), day('b', state.b || (status.last || '').slice(0, 10)), ['as-of', 'known'].map((one) => h('label.choice', null, h('input', { type: 'radio', name: 'sense', value: one, checked: one === sense }), h('span', null, t('compare.' + one)))),
			h('button.primary', { type: 'submit' }, t('compare.go')));
		if (!state.a || !state.b) return fill(result, h('p.muted', null, t('compare.hint')));
		return showIn(result, get('compare', { a: state.a, b: state.b, sense }, 'view'), (answer) => h('div.three', null,
			column(t('compare.only', { date: showDate(answer.a) }), answer.only_a), column(t('compare.only', { date: showDate(answer.b) }), answer.only_b),
			h('section', null, h('h2', null, t('compare.changed'), h('small', null, ' ', String(answer.changed.length))), answer.changed.length ? h('ul.compared', null, answer.changed.slice(0, SHOWN).map(({ before, after }) => h('li', null, item(before), h('span.becomes', null, '→ ', term('standing', after.standing))))) : h('p.muted', null, t('compare.nothing')))));
	}
	load(now());
	return { update: (state, changed) => { if (changed.has('a') || changed.has('b') || changed.has('sense')) load(state); } };
}

function column(title, states) {
	const groups = new Map();
	for (const state of states) groups.set(state.relation, [...(groups.get(state.relation) || []), state]);
	return h('section', null, h('h2', null, title, h('small', null, ' ', String(states.length))), states.length ? [...groups].map(([relation, list]) => [h('h3', null, term('relation', relation)), h('ul.compared', null, list.slice(0, SHOWN).map((state) => h('li', null, item(state))))]) : h('p.muted', null, t('compare.nothing')));
}

const item = (state) => (state.id ? h('a', { href: address(toView('record', { sel: state.id })) }, words(state)) : h('span', null, words(state)));
const words = (state) => [subjectOf(state), h('span.muted', null, ' → '), state.office?.name || objectOf(state), state.standing !== 'in_force' ? h('small', null, ' ', term('standing', state.standing)) : null];
