// facets.js - what the selection is made of: types and statuses as lists that filter when pressed, and what the colours and signs mean.

import { fill, h } from './dom.js';
import { includes, toggled } from './filter.js';
import { sign } from './sign.js';
import { go, now } from './state.js';
import { number, t, term } from './words.js';

// The class of a type without its modes, for the colour of its bar (data/types.tsv).
const QUAD = { AGREE: 1, CONSULT: 1, SUPPORT: 1, SAY: 1, CONCEDE: 2, COOPERATE: 2, AID: 2, RETREAT: 2, TRANSFER: 2, REQUEST: 3, ACCUSE: 3, REJECT: 3, THREATEN: 3,
	PROTEST: 4, SANCTION: 4, MOBILIZE: 4, COERCE: 4, ASSAULT: 4 };
const NAMES = ['', 'coop1', 'coop2', 'conf1', 'conf2'];

export function facets() {
	const types = h('ul'), statuses = h('ul');
	const element = h('section.facets', { 'aria-label': t('facets.label') }, h('h3', null, t('facets.types')), types, h('h3', null, t('facets.statuses')), statuses, legend());

	function item(word, value, n, most, mark, words) {
		const on = includes(now().q, word, value);
		return h('li', null, h('button', { type: 'button', 'aria-pressed': String(on), onclick: () => go({ q: toggled(now().q, word, value) }) },
			mark, h('span.facet-name', null, words), h('span.facet-n', null, number(n)),
			h('span.facet-bar', { class: word === 'type' ? 'is-' + (NAMES[QUAD[value]] || 'none') : '', style: { '--share': String(n / most) } })));
	}
	return {
		element,
		show(overview) {
			const most = Math.max(1, ...overview.types.map((one) => one.n)), most2 = Math.max(1, ...overview.statuses.map((one) => one.n));
			fill(types, overview.types.slice(0, 24).map((one) => item('type', one.type, one.n, most, null, term('type', one.type))));
			fill(statuses, overview.statuses.map((one) => item('status', one.status, one.n, most2, sign({ status: one.status }), term('status', one.status))));
		},
	};
}

/** What the four colours mean. */
export function legend() {
	return h('ul.legend', { 'aria-label': t('legend.label') }, ['coop1', 'coop2', 'conf1', 'conf2', 'none'].map((name) => h('li', null, h('i.swatch', { class: 'is-' + name }), t('class.' + name))));
}
