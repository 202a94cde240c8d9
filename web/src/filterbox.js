// filterbox.js - the filter box: a combobox that completes words and values as the server knows them (/complete).

import { get, givenUp } from './api.js';
import { h, fill, icon } from './dom.js';
import { meaning } from './filter.js';
import { go, now } from './state.js';
import { number, t, term, has } from './words.js';

const isWord = (item) => item.kind === 'filter' || item.kind === 'word';
const PAUSE = 90;	// milliseconds without a key before the server is asked

export function filterBox() {
	const input = h('input', { id: 'filter', type: 'search', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', role: 'combobox', 'aria-expanded': 'false',
		'aria-controls': 'filter-list', 'aria-autocomplete': 'list', 'aria-label': t('filter.label'), placeholder: t('filter.example') });
	const list = h('ul.completions', { id: 'filter-list', role: 'listbox', 'aria-label': t('filter.completions'), hidden: true });
	const wrong = h('p.field-error', { id: 'filter-wrong', role: 'alert', hidden: true });
	const clear = h('button.bare.clear', { type: 'button', 'aria-label': t('filter.clear'), title: t('filter.clear'), onclick: () => { input.value = ''; commit(); input.focus(); } }, icon('close'));
	const form = h('form.filter', { role: 'search', onsubmit: (event) => { event.preventDefault(); commit(); } }, icon('search'), input, clear, list, wrong);
	let items = [], chosen = -1, from = 0, timer = 0;

	const show = (open) => {
		list.hidden = !open || !items.length;
		input.setAttribute('aria-expanded', String(!list.hidden));
		if (list.hidden) choose(-1);
	};
	function choose(index) {
		chosen = index;
		for (const [n, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(n === index));
		if (index >= 0) {
			input.setAttribute('aria-activedescendant', 'completion-' + index);
			list.children[index].scrollIntoView({ block: 'nearest' });
		} else input.removeAttribute('aria-activedescendant');
	}
	function label(item) {
		if (isWord(item)) return has('word.' + item.label) ? t('word.' + item.label) : '';
		if (item.kind === 'type' || item.kind === 'status') return term(item.kind, item.label);
		return has('kind.' + item.kind) ? t('kind.' + item.kind) : '';
	}
	function draw() {
		fill(list, items.map((item, n) => h('li', { id: 'completion-' + n, role: 'option', 'aria-selected': 'false', onpointerdown: (event) => { event.preventDefault(); take(n); } },
			h('b', null, isWord(item) ? item.value : item.label), h('span', null, label(item)), item.n ? h('small', null, number(item.n)) : null)));
	}
	async function complete() {
		const before = input.value.slice(0, input.selectionStart);
		try {
			const answer = await get('complete', { q: before }, 'complete');
			if (document.activeElement !== input) return;
			({ items, from } = answer);
			draw();
			show(true);
		} catch (error) {
			if (!givenUp(error)) show(false);
		}
	}
	function take(index) {
		const item = items[index], points = [...input.value.slice(0, input.selectionStart)];
		const head = points.slice(0, from).join('') + item.value, rest = input.value.slice(input.selectionStart);
		const word = isWord(item);
		input.value = head + (word || rest.startsWith(' ') ? '' : ' ') + rest;
		input.setSelectionRange(head.length + (word ? 0 : 1), head.length + (word ? 0 : 1));
		show(false);
		if (word) complete();
		else commit();
	}
	function commit() {
		clearTimeout(timer);
		show(false);
		const text = input.value.trim(), { unknown } = meaning(text);
		complain(unknown.length ? t('filter.unknown', { word: unknown.join(', ') }) : '');
		if (unknown.length) return;
		go({ q: text, ...(now().view === 'record' ? {} : {}) });
	}
	function complain(words) {
		wrong.textContent = words;
		wrong.hidden = !words;
		input.setAttribute('aria-invalid', String(Boolean(words)));
		if (words) input.setAttribute('aria-describedby', 'filter-wrong');
		else input.removeAttribute('aria-describedby');
	}
	input.addEventListener('input', () => {
		clear.hidden = !input.value;
		clearTimeout(timer);
		timer = setTimeout(complete, PAUSE);
		if (!input.value) commit();
	});
	input.addEventListener('focus', () => { if (!input.value) complete(); });
	input.addEventListener('blur', () => { show(false); if (input.value.trim() !== now().q) commit(); });
	input.addEventListener('keydown', (event) => {
		const open = !list.hidden;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			if (!open) complete();
			else choose((chosen + (event.key === 'ArrowDown' ? 1 : items.length + (chosen < 0 ? 0 : -1))) % items.length);
		} else if (event.key === 'Enter') {
			event.preventDefault();
			if (open && chosen >= 0) take(chosen);
			else commit();
		} else if (event.key === 'Tab' && open && chosen >= 0) {
			event.preventDefault();
			take(chosen);
		} else if (event.key === 'Escape') {
			event.stopPropagation();
			if (open) show(false);
			else input.blur();
		}
	});
	return {
		element: form,
		focus: () => { input.focus(); input.select(); },
		update: (state) => {
			if (document.activeElement !== input || input.value.trim() !== state.q) input.value = state.q;
			clear.hidden = !input.value;
		},
		complain,
	};
}
