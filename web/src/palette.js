// palette.js - Ctrl-K: anything by a few letters: actors, places and types of the record, the views, words in the texts.

import { get, givenUp } from './api.js';
import { fill, h } from './dom.js';
import { withWord } from './filter.js';
import { dialog } from './popover.js';
import { go, now, toView } from './state.js';
import { number, t, has } from './words.js';

export const VIEWS = ['record', 'coverage', 'compare', 'corrections'];

export function palette() {
	if (document.querySelector('dialog[open]')) return;
	const input = h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-label': t('palette.label'), placeholder: t('palette.example') });
	const list = h('ul', { id: 'palette-list', role: 'listbox', 'aria-label': t('palette.label') });
	const box = dialog(t('palette.label'), h('div.palette-box', null, input, list), 'palette');
	let items = [], chosen = 0;

	const views = (words) => VIEWS.filter((view) => t('view.' + view).toLowerCase().includes(words)).map((view) => ({ label: t('view.' + view), kind: t('palette.view'), patch: toView(view) }));
	const search = (words) => ({ label: t('palette.text', { words }), kind: '', patch: toView('record', { q: withWord(now().q, 'text', words) }) });

	async function find() {
		const words = input.value.trim();
		let actors = [];
		if (words) {
			try {
				const answer = await get('complete', { q: 'who:' + (/\s/.test(words) ? '"' + words : words) }, 'palette');
				actors = answer.items.filter((item) => item.kind !== 'filter' && item.kind !== 'word').slice(0, 8).flatMap((item) => [
					{ label: item.label, kind: has('kind.' + item.kind) ? t('kind.' + item.kind) : '', n: item.n, patch: toView('record', { q: withWord('', 'who', item.value.replace(/^who:|"/g, '')) }) },
					{ label: item.label, kind: t('palette.dossier'), patch: () => dossierOf(item) }]);
			} catch (error) {
				if (givenUp(error)) return;
			}
		}
		items = [...actors, ...views(words.toLowerCase()), ...(words ? [search(words)] : [])];
		chosen = 0;
		fill(list, items.map((item, n) => h('li', { role: 'option', id: 'found-' + n, 'aria-selected': String(n === 0), onclick: () => take(n) }, h('b', null, item.label), h('span', null, item.kind), item.n ? h('small', null, number(item.n)) : null)));
		mark(0);
	}
	function mark(n) {
		chosen = n;
		for (const [k, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(k === n));
		list.children[n]?.scrollIntoView({ block: 'nearest' });
		if (items.length) input.setAttribute('aria-activedescendant', 'found-' + n);
	}
	function take(n) {
		const item = items[n];
		if (!item) return;
		box.close();
		if (typeof item.patch === 'function') item.patch();
		else go(item.patch);
	}
	input.addEventListener('input', find);
	input.addEventListener('keydown', (event) => {
		const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (by && items.length) {
			event.preventDefault();
			mark((chosen + by + items.length) % items.length);
		} else if (event.key === 'Enter') {
			event.preventDefault();
			take(chosen);
		}
	});
	find();
	input.focus();
}

// The completion says a name; the dossier wants the id that it has in the record.
async function dossierOf(item) {
	const { actors } = await get('overview', { who: item.value.replace(/"/g, '') });
	const actor = actors.find((one) => one.name === item.label) || actors[0];
	if (actor) go(toView('actor', { id: actor.id, q: '' }));
}
