// main.js - the page: its head, one view at a time, the keyboard, what changes with the address.

import { forget, get } from './api.js';
import { asOfControl } from './asof.js';
import { compare } from './compare.js';
import { corrections } from './corrections.js';
import { coverage } from './coverage.js';
import { documentView } from './document.js';
import { fill, h, icon } from './dom.js';
import { dossier } from './dossier.js';
import { dyad } from './dyad.js';
import { filterBox as makeFilterBox } from './filterbox.js';
import { KEYS, keyHelp, onKey } from './keys.js';
import { palette, VIEWS } from './palette.js';
import { closePopover } from './popover.js';
import { foresee, record } from './record.js';
import { applyTheme, chosenLanguage, settings, turnTheme } from './settings.js';
import { coloursChanged } from './colours.js';
import { address, go, now, onChange, toView } from './state.js';
import { t, useLanguage } from './words.js';

const views = { record, actor: dossier, dyad, document: documentView, coverage, compare, corrections };
const head = document.getElementById('head'), root = document.getElementById('view');
let status, filterBox, asof, view;

function drawHead() {
	filterBox = makeFilterBox();
	asof = asOfControl();
	const link = (name) => h('a', { href: address(toView(name)), 'data-view': name, onclick: (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); go(toView(name)); } } }, t('view.' + name));
	fill(head, h('a.skip', { href: '#view', onclick: (event) => { event.preventDefault(); (document.getElementById('rows') || root).focus(); } }, t('skip')),
		h('a.wordmark', { href: address({ ...toView('record'), q: '' }), onclick: (event) => { event.preventDefault(); go({ ...toView('record'), q: '' }); } }, 'coulisse'), filterBox.element, asof.element,
		h('nav.views', { 'aria-label': t('views.label') }, ['record', 'coverage', 'compare'].map(link)),
		h('button.quiet.square', { type: 'button', title: t('palette.label'), 'aria-label': t('palette.label'), 'aria-keyshortcuts': 'Control+K Meta+K', onclick: palette }, icon('jump')), settings(status));
}

function mount(state) {
	root.replaceChildren();
	root.removeAttribute('aria-busy');
	const name = views[state.view] ? state.view : 'record';
	root.dataset.view = name;
	view = name === 'record' ? record(root, { status, filterBox, refresh }) : name === 'coverage' || name === 'compare' ? views[name](root, status) : views[name](root);
	for (const link of head.querySelectorAll('[data-view]')) {
		if (link.dataset.view === name) link.setAttribute('aria-current', 'page');
		else link.removeAttribute('aria-current');
	}
	document.title = (name === 'record' ? '' : t('view.' + name) + ' · ') + 'Coulisse';
}

async function refresh() {
	forget();
	status = await get('status');
	view.refresh?.();
}

async function changed(state, keys) {
	if (keys.has('lang')) {
		await useLanguage(chosenLanguage(state, status.languages));
		drawHead();
		keys.add('view');
	}
	if (keys.has('theme')) {
		applyTheme(state);
		view.redraw?.();
	}
	filterBox.update(state);
	asof.update(state);
	if (keys.has('view')) {
		closePopover();
		mount(state);
		scrollTo(0, 0);
		if (!keys.has('lang')) root.querySelector('h1')?.focus({ preventScroll: true });
	} else view.update(state, keys);
	// A filter typed in another view is asked of the record.
	if (keys.has('q') && !keys.has('view') && ['coverage', 'compare', 'corrections', 'document'].includes(state.view)) go({ ...toView('record') });
}

function keyboard() {
	onKey('palette', palette);
	onKey('?', keyHelp);
	onKey('/', () => filterBox.focus());
	onKey('t', turnTheme);
	VIEWS.forEach((name, n) => onKey(String(n + 1), () => go(toView(name))));
	const own = new Set(KEYS.flatMap(([, keys]) => keys.map(([key]) => key)).concat(['ArrowDown', 'ArrowUp']));
	for (const key of own) {
		if (['?', '/', 't', '1'].includes(key)) continue;
		onKey(key, (event) => {
			if (key === 'Enter' && event.target.closest?.('button, a, summary')) return event.target.closest('button, a, summary').click();
			if (key.startsWith('Arrow') && event.target.closest?.('[role=slider], [role=listbox], .scroll, .reader, .why')) return undefined;
			if (view.keys) return view.keys[key]?.();
			return key === 'Escape' ? go(toView('record')) : undefined;
		});
	}
}

async function begin() {
	applyTheme(now());
	if (now().view === 'record') foresee(now());
	try {
		status = await get('status');
		await useLanguage(chosenLanguage(now(), status.languages));
	} catch (error) {
		fill(root, h('div.empty', { role: 'alert' }, h('h2', null, 'coulisse'), h('p', null, String(error.message))));
		return;
	}
	drawHead();
	filterBox.update(now());
	asof.update(now());
	mount(now());
	keyboard();
	onChange(changed);
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { coloursChanged(); view.redraw?.(); });
	addEventListener('focus', async () => {
		const before = status.revision;
		forget();
		try {
			status = await get('status');
			if (status.revision !== before) refresh();
		} catch {
			// the server is gone for now: what is shown stays
		}
	});
}

begin();
