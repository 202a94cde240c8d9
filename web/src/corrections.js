// corrections.js - every statement that was made about the record, newest first.

import { lines } from './api.js';
import { short } from './correct.js';
import { h } from './dom.js';
import { address, toView } from './state.js';
import { showIn, viewHead } from './viewhead.js';
import { showDate, t, term } from './words.js';

export function corrections(root) {
	showIn(root, lines('corrections', {}, 'view'), ({ rows }) => [
		viewHead(t('corrections.title'), '', h('p.view-lead', null, t('corrections.lead'))),
		rows.length ? h('div.scroll-x', null, h('table.plain-table', null, h('thead', null, h('tr', null, ['when', 'who', 'verb', 'field', 'line'].map((key) => h('th', { scope: 'col' }, t('corrections.' + key))))),
			h('tbody', null, rows.map((one) => h('tr', { class: one.undone ? 'is-undone' : '' }, h('td', null, showDate((one.at || '').slice(0, 10))), h('td', null, one.who), h('td', null, term('verb', one.verb)), h('td', null, [one.field, one.value && short(one.value)].filter(Boolean).join(' ').slice(0, 80)),
				h('td', null, h('a', { href: address(toView('record', { sel: one.line, q: '' })) }, one.line), one.orphan ? h('small', null, ' ', t('corrections.orphan')) : null))))))
			: h('div.empty', null, h('h2', null, t('corrections.none')), h('p', null, t('corrections.none.why'))),
	]);
	return { update() {} };
}
