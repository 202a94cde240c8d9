// card.js - one line of the record as a list of terms: who, whom, where, when and how that is known, who says so, how sure.

import { actorName } from './actormenu.js';
import { h } from './dom.js';
import { nameOf, sign, whatText } from './sign.js';
import { has, number, showWhen, t, term } from './words.js';

const listed = (parties) => parties.map((party, n) => [n ? ', ' : '', actorName(party, nameOf(party)), party.office ? h('small', null, ' ', party.office) : null]);

function row(name, value) {
	const there = [value].flat(Infinity).some((one) => one !== null && one !== undefined && one !== false && one !== '');
	return there ? [h('dt', null, name), h('dd', null, value)] : null;
}

export function sure(confidence) {
	return h('span.sure', { title: t('card.sure.why') }, h('meter', { min: 0, max: 1, value: confidence, 'aria-label': t('card.sure') }), ' ', number(confidence, 2));
}

const whenText = (when) => when && showWhen(when) && [showWhen(when), h('small', null, ' ', term('basis', when.basis), when.text ? ' “' + when.text + '”' : '')];

const numbers = (count) => (count ? (count.min === count.max || count.max === null ? number(count.min ?? 0) : number(count.min ?? 0) + '–' + number(count.max)) : null);

export function card(line) {
	const state = line.kind === 'state';
	return h('dl.card', null,
		row(t('card.what'), [h('b', null, whatText(line)), ' ', h('small', null, [line.relation || line.type, line.mode, line.cameo ? 'CAMEO ' + line.cameo : ''].filter(Boolean).join(' · '))]),
		state ? row(t('card.standing'), term('standing', line.standing)) : row(t('card.status'), [sign(line), ' ', term('status', line.status)]),
		state ? [row(t('card.subject'), line.subject && actorName(line.subject, nameOf(line.subject))), row(t('card.object'), line.office ? (line.office.name || line.office) : line.object && actorName(line.object, nameOf(line.object)))]
			: [row(t(line.symmetric ? 'card.together' : 'card.actors'), listed(line.actors || [])), row(t('card.recipients'), listed(line.recipients || []))],
		state ? [row(t('card.from'), whenText(line.from)), row(t('card.to'), whenText(line.to))] : row(t('card.when'), whenText(line.when) || t('rows.undated')),
		row(t('card.where'), line.where && [line.where.name, h('small', null, ' ', [line.where.country, line.where.precision && term('precision', line.where.precision)].filter(Boolean).join(' · '))]),
		(line.claims || []).map((claim) => row(t('card.claim.' + claim.stance), [actorName(claim.by, nameOf(claim.by)), claim.cue?.text ? h('small', null, ' “' + claim.cue.text + '”') : null])),
		['dead', 'injured', 'arrested'].map((key) => row(t('card.' + key), numbers(line[key]))),
		['goods', 'topic', 'cause', 'instrument', 'agreement'].map((key) => (has('card.' + key) ? row(t('card.' + key), [line[key]].flat().filter(Boolean).map((span) => span.text).join('; ')) : null)),
		row(t('card.sure'), sure(line.confidence)));
}
