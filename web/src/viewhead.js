// viewhead.js - what the views beside the record share: a heading, sections, loading, errors, small tables of bars.

import { givenUp } from './api.js';
import { fill, h, icon } from './dom.js';
import { sign, whatText, whoText } from './sign.js';
import { address, toView } from './state.js';
import { number, showWhen, t } from './words.js';

export function viewHead(title, small, ...more) {
	return h('header.view-head', null, h('a.quiet.back', { href: address(toView('record')) }, icon('back'), t('view.record')), h('h1', { tabindex: -1 }, title, small ? h('small', null, small) : null), more);
}

export const section = (title, ...content) => h('section.part', null, h('h2', null, title), content);

/** Shows waiting, then what make gives, or the error. */
export async function showIn(root, asked, make) {
	root.setAttribute('aria-busy', 'true');
	try {
		const made = await make(await asked);
		fill(root, made);
	} catch (error) {
		if (givenUp(error)) return;
		fill(root, viewHead(t('error.title')), h('div.empty', { role: 'alert' }, h('p', null, error.message)));
	}
	root.removeAttribute('aria-busy');
}

/** [{ label, n, href }] as bars with their numbers. */
export function bars(items, most = Math.max(1, ...items.map((item) => item.n))) {
	return h('ul.bars', null, items.map((item) => h('li', null, item.href ? h('a', { href: item.href }, item.label) : h('span', null, item.label),
		h('span.bar', { style: { '--share': String(item.n / most) } }), h('span.n', null, number(item.n)), item.more ? h('small', null, item.more) : null)));
}

/** Events as a short list that leads to their sentences. */
export function eventList(events, q) {
	return h('ol.event-list', null, events.map((line) => h('li', null, h('a', { href: address(toView('record', { sel: line.id, q })) },
		h('span.row-date', null, showWhen(line.when) || t('rows.undated')), sign(line), h('span', null, whoText(line)), h('span.muted', null, [whatText(line), line.where?.name].filter(Boolean).join(' · '))))));
}
