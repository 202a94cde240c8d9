// reader.js - the selected line: the sentence in its text, every span marked in place, what was read from it, and why.

import { get, givenUp } from './api.js';
import { card } from './card.js';
import { correcting } from './correct.js';
import { fill, h, icon } from './dom.js';
import { whoText } from './sign.js';
import { article, spansOf } from './spans.js';
import { address, go, toView } from './state.js';
import { showDate, t, term } from './words.js';

export function reader({ status, onChanged, onPick }) {
	const element = h('section.reader', { tabindex: -1, 'aria-label': t('reader.label'), hidden: true });
	let shown = '', line = null, tools = null;

	async function show(id) {
		if (id === shown) return;
		shown = id;
		line = null;
		tools = null;
		element.hidden = !id;
		if (!id) return;
		element.setAttribute('aria-busy', 'true');
		try {
			const answer = await get('lines/' + encodeURIComponent(id), {}, 'reader');
			const [text, happening] = await Promise.all([
				get('documents/' + encodeURIComponent(answer.document.id), {}, 'reader-text'),
				answer.happening ? get('happenings/' + encodeURIComponent(answer.happening.id || answer.happening), {}, 'reader-happening') : null,
			]);
			if (id !== shown) return;
			line = answer.line;
			draw(answer, text, happening);
			element.querySelector('.evidence')?.scrollIntoView({ block: 'nearest' });
		} catch (error) {
			if (givenUp(error) || id !== shown) return;
			fill(element, head(), h('div.empty', { role: 'alert' }, h('h2', null, t('error.title')), h('p', null, error.message)));
		}
		element.removeAttribute('aria-busy');
	}

	function head() {
		return h('header.reader-head', null,
			h('button.bare.back', { type: 'button', 'aria-label': t('reader.close'), title: t('reader.close'), onclick: close }, icon('close')),
			line ? h('a.quiet', { href: address(toView('document', { id: line.doc, sel: line.id })) }, icon('page'), t('reader.document')) : null);
	}
	function close() {
		go({ sel: '', pane: 'rows' });
	}

	function draw(answer, text, happening) {
		const { document: source } = text, shownLine = answer.line, evidence = shownLine.evidence;
		tools = correcting({ line: shownLine, happening, corrections: answer.corrections, status, onChanged, onPick });
		fill(element, head(),
			h('h2.reader-who', null, whoText(shownLine)),
			sourceLine(source),
			source.text ? h('div.text', { lang: source.lang }, article(source.text, source.blocks, [{ ...evidence, role: 'evidence' }, ...spansOf(shownLine)]))
				: h('blockquote.text', { lang: source.lang }, evidence?.quote),
			card(shownLine),
			others(happening, shownLine),
			tools.element,
			why(shownLine));
	}

	function others(happening, own) {
		const rest = (happening?.lines || []).filter((one) => one.id !== own.id);
		if (!rest.length) return null;
		return h('section', null, h('h3', null, t('reader.others', { n: rest.length })), h('ul.reports', null, rest.map((one) => h('li', null,
			h('button.plain', { type: 'button', onclick: () => go({ sel: one.id }, { replace: true }) }, h('small', null, [one.source || sourceOf(happening, one), one.recorded ? showDate(one.recorded.slice(0, 10)) : ''].filter(Boolean).join(' · ')), one.evidence?.quote || whoText(one)),
			tools.splitButton(one)))));
	}
	const sourceOf = (happening, one) => (happening.sources || []).find((source) => source.doc === one.doc || source.document === one.doc)?.source || '';

	function why(own) {
		const box = h('div.why', { tabindex: 0 }, t('loading'));
		const details = h('details', { open: true }, h('summary', null, t('reader.why')), box);
		get('explain/' + encodeURIComponent(own.id), {}, 'explain').then((answer) => {
			fill(box, h('pre', null, answer.text.trim() || t('reader.nowhy')));
		}, (error) => { if (!givenUp(error)) fill(box, h('p', null, error.message)); });
		return details;
	}

	return {
		element,
		show,
		close,
		refresh: () => { const id = shown; shown = ''; show(id); },
		line: () => line,
		tool: (name) => tools?.run(name),
	};
}

export function sourceLine(source) {
	const day = source.published ? showDate(source.published.slice(0, 10)) : '';
	const web = /^https?:/.test(source.url || '') ? h('a', { href: source.url, rel: 'noreferrer noopener', target: '_blank' }, t('document.original')) : null;
	const parts = [source.source, day, source.lang ? term('lang', source.lang) : '', web].filter(Boolean);
	return h('p.source-line', null, parts.map((part, n) => [n ? ' · ' : '', part]));
}
