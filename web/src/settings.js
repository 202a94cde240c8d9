// settings.js - the menu at the right: language, light or dark, the other views, keys.

import { h, icon } from './dom.js';
import { keyHelp } from './keys.js';
import { popover } from './popover.js';
import { coloursChanged } from './colours.js';
import { address, go, now, toView } from './state.js';
import { t, term } from './words.js';

const LANG = 'coulisse.lang', THEME = 'coulisse.theme';

export function chosenLanguage(state, offered) {
	const wanted = [state.lang, localStorage.getItem(LANG), ...(navigator.languages || []).map((code) => code.slice(0, 2))];
	return wanted.find((code) => offered.includes(code)) || offered.find((code) => code === 'en') || offered[0];
}

export function applyTheme(state) {
	const theme = state.theme || localStorage.getItem(THEME) || '';
	if (theme) document.documentElement.dataset.theme = theme;
	else delete document.documentElement.dataset.theme;
	coloursChanged();
}

export function setTheme(theme) {
	if (theme) localStorage.setItem(THEME, theme);
	else localStorage.removeItem(THEME);
	go({ theme }, { replace: true });
}

export const isDark = () => getComputedStyle(document.documentElement).colorScheme.includes('dark') && (document.documentElement.dataset.theme === 'dark' || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches));
export const turnTheme = () => setTheme(isDark() ? 'light' : 'dark');

export function settings(status) {
	const button = h('button.quiet.square', { type: 'button', 'aria-haspopup': 'dialog', title: t('menu.title'), 'aria-label': t('menu.title') }, icon('menu'));
	popover(button, (close) => {
		const pick = (name, value, now_, words, run) => h('label.choice', null, h('input', { type: 'radio', name, value, checked: value === now_, onchange: () => { close(); run(value); } }), h('span', null, words));
		const theme = now().theme || localStorage.getItem(THEME) || '';
		return h('div.sheet.menu', { role: 'dialog', 'aria-label': t('menu.title') },
			h('ul', null, ['record', 'coverage', 'compare', 'corrections'].map((view) => h('li', null, h('a', { href: address(toView(view)), onclick: (event) => { event.preventDefault(); close(true); go(toView(view)); } }, t('view.' + view))))),
			h('h3', null, t('menu.language')), status.languages.map((code) => pick('language', code, document.documentElement.lang, term('lang', code), (value) => { localStorage.setItem(LANG, value); go({ lang: value }, { replace: true }); })),
			h('h3', null, t('menu.theme')), ['', 'light', 'dark'].map((value) => pick('theme', value, theme, t('theme.' + (value || 'system')), setTheme)),
			h('ul', null, h('li', null, h('button.plain', { type: 'button', onclick: () => { close(true); keyHelp(); } }, t('keys.title')))),
			h('p.muted.about', null, 'Coulisse ', status.version, h('br'), status.store?.split('/').pop() || '', status.read_only ? ' · ' + t('menu.readonly') : ''));
	});
	return button;
}
