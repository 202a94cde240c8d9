// correct.js - what a reader knows better: accept, reject, edit, merge, split, take back.  The same statements as `coulisse correct`,
// kept with the name of who says so.

import { post } from './api.js';
import { fill, h, icon } from './dom.js';
import { dialog } from './popover.js';
import { STATUSES, nameOf } from './sign.js';
import { announce } from './announce.js';
import { showDate, t, term, has } from './words.js';

const NAME = 'coulisse.who';
const TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE',
	'ASSAULT', 'SAY', 'TRANSFER', 'JOIN', 'LEAVE', 'ELECT', 'APPOINT', 'STEP_DOWN', 'DIE'];
const MODES = { CONSULT: 'visit third-party multilateral phone', RETREAT: 'withdraw release disarm ceasefire access resign', REQUEST: 'assist change yield meet', REJECT: 'assist change yield meet',
	ACCUSE: 'disapprove investigate allege', THREATEN: 'restrict arrest relations expel territory violence', PROTEST: 'demo riot strike hunger boycott obstruct vandalize',
	SANCTION: 'convict expel withdraw discontinue', MOBILIZE: 'troops weapons police militia', COERCE: 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
	ASSAULT: 'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional' };
const RELATIONS = ['member_of', 'holds_office', 'chairs', 'party_to', 'supplies', 'sanctions', 'at_war_with', 'allied_with', 'recognises', 'occupies', 'has_relations_with', 'leads', 'located_in'];
const STANDINGS = ['in_force', 'announced', 'applied', 'invited', 'unconfirmed', 'disputed', 'suspended', 'ended', 'denied'];

export function correcting({ line, happening, corrections = [], status, onChanged, onPick }) {
	const wrong = h('p.field-error', { role: 'alert' });
	const standing = corrections.filter((one) => !one.undone);
	const element = h('section.correct', { 'aria-label': t('correct.label') });
	const locked = status.read_only;

	async function send(statements, done) {
		wrong.textContent = '';
		try {
			await post('corrections', statements);
			announce(done);
			onChanged();
			return true;
		} catch (error) {
			wrong.textContent = error.message;
			return false;
		}
	}
	const statement = (verb, more = {}) => ({ verb, line: line.id, who: who.value.trim() || undefined, ...more });
	const who = h('input', { type: 'text', name: 'who', size: 14, value: localStorage.getItem(NAME) || '', autocomplete: 'name', oninput: () => localStorage.setItem(NAME, who.value.trim()) });

	const actions = {
		accept: () => send(statement('accept'), t('correct.did.accept')),
		reject: () => send(statement('reject'), t('correct.did.reject')),
		undo: () => send(statement('undo'), t('correct.did.undo')),
		edit: () => edit(),
		merge: () => onPick(t('correct.merge.pick'), (other) => send(statement('merge', { value: other.happening?.id || other.id }), t('correct.did.merge'))),
		split: () => {
			const rest = (happening?.lines || []).filter((one) => one.id !== line.id);
			if (!rest.length) wrong.textContent = t('correct.split.alone');
			else send(statement('split'), t('correct.did.split'));
		},
	};

	function edit() {
		const state = line.kind === 'state', names = (parties) => (parties || []).map((party) => (/^(Q|x-|geonames)/.test(party.id || '') ? party.id : party.name)).join('; ');
		const day = (when) => (!when?.start ? '' : when.precision === 'year' ? when.start.slice(0, 4) : when.precision === 'month' ? when.start.slice(0, 7) : when.start);
		const bad = h('p.field-error', { role: 'alert' });
		const choose = (name, values, value, list, empty) => h('label.field', null, t('correct.' + name), h('select', { name },
			empty ? h('option', { value: '' }, '–') : null, values.map((one) => h('option', { value: one, selected: one === value }, list ? term(list, one) : one))));
		const write = (name, value, hint) => h('label.field', null, t('correct.' + name), h('input', { type: 'text', name, value, autocomplete: 'off' }), hint ? h('small', null, hint) : null);
		const parties = (name, list) => h('div', null, write(name, names(list), (list || []).map(nameOf).join('; ')));
		const mode = h('select', { name: 'mode' });
		const modes = (type, value) => fill(mode, h('option', { value: '' }, '–'), (MODES[type] || '').split(' ').filter(Boolean).map((one) => h('option', { value: one, selected: one === value }, has('mode.' + type + '.' + one) ? t('mode.' + type + '.' + one) : one)));
		const fields = state
			? [choose('relation', RELATIONS, line.relation, 'relation'), choose('standing', STANDINGS, line.standing, 'standing'), write('from', day(line.from), t('date.shape')), write('to', day(line.to), t('date.shape')),
				write('subject', line.subject?.id || '', nameOf(line.subject))]
			: [choose('type', TYPES, line.type, 'type'), h('label.field', null, t('correct.mode'), mode), choose('status', STATUSES, line.status, 'status'), write('date', day(line.when), t('date.shape')),
				parties('actors', line.actors), parties('recipients', line.recipients)];
		if (!state) modes(line.type, line.mode);
		const form = h('form.sheet', { onsubmit: async (event) => {
			event.preventDefault();
			const changed = [...form.elements].filter((one) => one.name && one.value !== before[one.name]).map((one) => statement('set', { field: one.name, value: one.value.trim() }));
			if (!changed.length) return box.close();
			try {
				await post('corrections', changed);
			} catch (error) {
				bad.textContent = error.message;
				return;
			}
			box.close();
			announce(t('correct.did.edit'));
			onChanged();
		} }, h('h2', null, t('correct.edit')), fields, bad, h('div.buttons', null, h('button.primary', { type: 'submit' }, t('correct.keep')), h('button.quiet', { type: 'button', onclick: () => box.close() }, t('cancel'))));
		form.elements.type?.addEventListener('change', (event) => modes(event.target.value, ''));
		const before = Object.fromEntries([...form.elements].filter((one) => one.name).map((one) => [one.name, one.value]));
		const box = dialog(t('correct.edit'), form, 'edit');
	}

	const button = (name, sign, key) => h('button.quiet', { type: 'button', 'aria-keyshortcuts': key, title: t('correct.' + name + '.why'), onclick: actions[name] }, sign ? icon(sign) : null, t('correct.' + name));
	if (locked) put(h('p.muted', null, t('correct.readonly')));
	else put(h('div.buttons', null, button('accept', 'check', 'a'), button('reject', 'close', 'r'), button('edit', 'edit', 'e'),
		line.kind === 'event' ? [button('merge', 'merge', 'm'), button('split', 'split', 's')] : null, standing.length ? button('undo', 'undo', 'u') : null, h('label.who', null, t('correct.who'), who)), wrong);
	if (standing.length) put(h('ul.statements', null, standing.map((one) => h('li', null, t('correct.said', { who: one.who, day: showDate((one.at || '').slice(0, 10)) }), ' ', h('b', null, term('verb', one.verb)), one.field ? ' ' + one.field : '', one.value ? ' ' + short(one.value) : ''))));
	function put(...children) {
		element.append(...children);
	}

	return {
		element: locked && !standing.length ? h('section.correct', null, h('p.muted', null, t('correct.readonly'))) : element,
		run: (name) => { if (!locked && (name !== 'undo' || standing.length)) actions[name]?.(); },
		splitButton: (other) => (locked || line.kind !== 'event' ? null : h('button.bare', { type: 'button', title: t('correct.split.why'), 'aria-label': t('correct.split.why'),
			onclick: () => send({ ...statement('split'), line: other.id }, t('correct.did.split')) }, icon('split'))),
	};
}

/** A corrected value in short: it is kept as JSON. */
export function short(value) {
	if (typeof value !== 'string') return short(JSON.stringify(value));
	try {
		const read = JSON.parse(value);
		if (typeof read === 'string') return read;
		if (Array.isArray(read)) return read.map((party) => party.name || party).join(', ');
		return read?.name || read?.start || '–';
	} catch {
		return value;
	}
}
