// document.js - a source text with all its lines: what each was read from is marked, the list beside it leads there and back.

import { card } from './card.js';
import { get } from './api.js';
import { fill, h } from './dom.js';
import { sign, whatText, whoText } from './sign.js';
import { sourceLine } from './reader.js';
import { article, spansOf } from './spans.js';
import { address, go, now, toView } from './state.js';
import { showIn, viewHead } from './viewhead.js';
import { showWhen, t, term } from './words.js';

export function documentView(root) {
	let shown = null;
	async function load(state) {
		await showIn(root, get('documents/' + encodeURIComponent(state.id), {}, 'view'), (answer) => view(answer));
		show(now().sel);
	}

	function view({ document: source, lines }) {
		const text = h('div.text', { lang: source.lang }), side = h('ol.line-list');
		const first = source.text ? source.text.trim().split('\n')[0] : '';
		const title = source.title || (first.length > 90 ? first.slice(0, 88) + '…' : first) || source.id;
		shown = { source, lines, text, side };
		fill(side, lines.map((line) => h('li', { 'data-line': line.id }, h('button.plain', { type: 'button', onclick: () => go({ sel: now().sel === line.id ? '' : line.id }, { replace: true }) },
			sign(line.kind === 'state' ? { status: line.standing === 'in_force' ? 'happened' : 'possible' } : line), h('span', null, h('b', null, whoText(line)), h('span.muted', null, [whatText(line), line.kind === 'state' ? term('standing', line.standing) : showWhen(line.when)].filter(Boolean).join(' · ')))))));
		return [viewHead(title, '', sourceLine(source)), h('div.document', null, text, h('aside', null, h('h2', null, t('document.lines', { n: lines.length })), lines.length ? side : h('p.muted', null, t('document.nolines'))))];
	}

	function show(id) {
		if (!shown) return;
		const { source, lines, text, side } = shown, on = lines.find((line) => line.id === id);
		const spans = on ? [{ ...on.evidence, role: 'evidence' }, ...spansOf(on)] : lines.filter((line) => line.trigger).map((line) => ({ ...line.trigger, role: 'trigger' }));
		if (source.text) fill(text, article(source.text, source.blocks, spans));
		else fill(text, h('p.muted', null, t('document.notext')), lines.map((line) => h('blockquote', null, line.evidence?.quote)));
		for (const item of side.children) {
			const mine = item.getAttribute('data-line') === id;
			item.classList.toggle('is-on', mine);
			item.querySelector('.card')?.remove();
			item.querySelector('.to-record')?.remove();
			if (mine) item.append(card(on), h('a.to-record.quiet', { href: address(toView('record', { sel: on.id, q: '' })) }, t('document.torecord')));
		}
		if (on) text.querySelector('.evidence')?.scrollIntoView({ block: 'nearest' });
	}
	load(now());
	return { update: (state, changed) => { if (changed.has('id')) load(state); else if (changed.has('sel')) show(state.sel); } };
}
