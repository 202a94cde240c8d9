// keys.js - the keyboard: one letter for each thing that is done often, listed under "?".

import { h } from './dom.js';
import { closePopover, dialog } from './popover.js';
import { t } from './words.js';

const found = new Map();

export const KEYS = [
	['general', [['k', 'Ctrl K', 'search'], ['/', '/', 'filter'], ['?', '?', 'help'], ['Escape', 'Esc', 'close'], ['t', 't', 'theme'], ['x', 'x', 'export']]],
	['moving', [['j', 'j ↓', 'next'], ['k', 'k ↑', 'previous'], ['Enter', 'Enter', 'open'], ['d', 'd', 'document'], ['o', 'o', 'dossier'], ['[', '[', 'earlier'], [']', ']', 'later'], ['1', '1 – 4', 'views']]],
	['working', [['a', 'a', 'accept'], ['r', 'r', 'reject'], ['e', 'e', 'edit'], ['m', 'm', 'merge'], ['s', 's', 'split'], ['u', 'u', 'undo']]],
];

export function onKey(key, run) {
	found.set(key, run);
}

addEventListener('keydown', (event) => {
	if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
		event.preventDefault();
		closePopover();
		found.get('palette')?.();
		return;
	}
	if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open], .popover')) return;
	const typing = event.target.closest?.('input, textarea, select');
	if (typing && typing.type !== 'radio') return;
	const run = found.get(event.key);
	if (!run) return;
	event.preventDefault();
	run(event);
});

export function keyHelp() {
	if (document.querySelector('dialog[open]')) return;
	const box = dialog(t('keys.title'), h('div.sheet', null, h('h2', null, t('keys.title')), h('div.keys', null, KEYS.map(([group, keys]) => h('section', null, h('h3', null, t('keys.' + group)),
		h('dl', null, keys.map(([, shown, name]) => [h('dt', null, shown.split(' ').map((one) => (one === '–' ? '–' : h('kbd', null, one)))), h('dd', null, t('key.' + name))]))))),
	h('p.muted', null, t('keys.canvas')), h('button.quiet', { type: 'button', onclick: () => box.close() }, t('close'))), 'help');
}
