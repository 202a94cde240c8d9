// actormenu.js - what can be asked of an actor, from wherever one is named: its happenings, its dossier, its dealings with another.

import { h } from './dom.js';
import { toggled, valueOf, withWord } from './filter.js';
import { hang } from './popover.js';
import { address, go, now, toView } from './state.js';
import { t, term } from './words.js';

export function actorMenu(actor, anchor) {
	const name = actor.id?.startsWith('Q') || actor.id?.startsWith('x-') ? actor.name : actor.name || actor.id;
	hang(anchor, (close) => {
		const jump = (patch) => () => { close(true); go(patch); };
		const other = valueOf(now().q, 'who');
		const choice = (words, patch) => h('li', null, h('a', { href: address(patch), onclick: (event) => { event.preventDefault(); jump(patch)(); } }, words));
		return h('div.sheet.menu', { role: 'dialog', 'aria-label': name },
			h('h2', null, name, h('small', null, [term('kind', actor.kind), actor.country].filter(Boolean).join(' · '))),
			h('ul', null,
				choice(t('actor.only'), toView('record', { q: withWord(now().q, 'who', name) })),
				other && other.toLowerCase() !== name.toLowerCase() ? choice(t('actor.with', { who: other }), toView('record', { q: withWord(now().q, 'with', name) })) : null,
				choice(t('actor.as'), toView('record', { q: toggled(withWord(now().q, 'who', ''), 'actor', name) })),
				choice(t('actor.dossier'), toView('actor', { id: actor.id, q: '' })),
				other && !other.includes(',') && other.toLowerCase() !== name.toLowerCase() ? choice(t('actor.dyad', { who: other }), toView('dyad', { a: now().a || other, b: actor.id, q: '' })) : null));
	});
}

/** A name that opens the menu. */
export function actorName(actor, words) {
	if (!actor?.id) return h('span', null, words || actor?.name || actor?.text || t('nobody'));
	return h('button.name', { type: 'button', 'aria-haspopup': 'dialog', onclick: (event) => actorMenu(actor, event.currentTarget) }, words || actor.name);
}
