// export.js - the present selection in every format that the command line writes: a link each, with the filter in it.

import { get, url } from './api.js';
import { h, icon } from './dom.js';
import { meaning } from './filter.js';
import { popover } from './popover.js';
import { now } from './state.js';
import { t, has } from './words.js';

export function exportMenu() {
	const button = h('button.quiet', { type: 'button', 'aria-haspopup': 'dialog', title: t('export.title'), 'aria-label': t('export.title') }, icon('download'), t('export.short'));
	let formats = [];
	popover(button, (close) => {
		const { parameters } = meaning(now().q);
		return h('div.sheet.menu', { role: 'dialog', 'aria-label': t('export.title') }, h('h2', null, t('export.title'), h('small', null, now().q || t('export.all'))),
			h('ul.formats', null, formats.map(({ name, folder }) => h('li', null, h('a', { href: url('export/' + name, parameters), download: '', onclick: () => close() }, h('b', null, name), h('span', null, has('format.' + name) ? t('format.' + name) : '', folder ? ' (ZIP)' : ''))))));
	});
	get('formats').then((answer) => { formats = answer.formats; }, () => {});
	return { element: button, open: () => button.click() };
}
