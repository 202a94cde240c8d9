// sign.js - a happening in short: its sign, who → whom, what, who says so.
//
// The sign's shape is the status (solid happened, ring planned, dashed possible, struck negated …), its colour the class.

import { h, s } from './dom.js';
import { classOf } from './colours.js';
import { t, term } from './words.js';

export const STATUSES = ['happened', 'ongoing', 'planned', 'expected', 'possible', 'hypothetical', 'negated'];

export function sign(line) {
	const status = line.status || 'happened';
	const shape = s('svg.sign', { class: 'sign-' + status + ' is-' + classOf(line), width: 14, height: 14, viewBox: '-7 -7 14 14', role: 'img', 'aria-label': term('status', status) });
	shape.append(s('circle', { r: 4.5 }));
	if (status === 'ongoing') shape.append(s('circle.halo', { r: 6.25 }));
	if (status === 'expected') shape.append(s('circle.dot', { r: 1.5 }));
	if (status === 'negated') shape.append(s('path', { d: 'M-5.5,5.5L5.5,-5.5' }));
	return shape;
}

export const nameOf = (party) => party?.name || party?.text || t('nobody');

function namesOf(parties) {
	const shown = parties.slice(0, 3).map(nameOf);
	if (parties.length > 3) shown.push('+' + (parties.length - 3));
	return shown.join(', ');
}

/** "France → Germany", "China · Russia" of a symmetric one. */
export function whoText(line) {
	const actors = line.actors || [], recipients = line.recipients || [];
	if (line.kind === 'state' || line.relation) return stateWho(line);
	if (!recipients.length) return actors.length ? actors.map(nameOf).slice(0, 4).join(line.symmetric ? ' ↔ ' : ', ') + (actors.length > 4 ? ' +' + (actors.length - 4) : '') : t('nobody');
	return (actors.length ? namesOf(actors) : '…') + ' → ' + namesOf(recipients);
}

const plain = (party) => (party && typeof party === 'object' ? party.name || party.text : party) || '';
export const subjectOf = (state) => plain(state.subject);
export const objectOf = (state) => (state.office && typeof state.office === 'string' ? state.office : plain(state.object));
const stateWho = (state) => subjectOf(state) + ' → ' + objectOf(state);

/** "visit" where the mode says more than the type. */
export function whatText(line) {
	if (line.relation) return term('relation', line.relation);
	return line.mode ? term('mode', line.type + '.' + line.mode) : term('type', line.type);
}

export function claimText(line) {
	return (line.claims || []).slice(0, 2).map((claim) => t('claim.' + claim.stance, { who: nameOf(claim.by) })).join('; ');
}

/** A tag of the class and status for lists that are no rows. */
export const tag = (line) => h('span.tag', null, sign(line), whatText(line));
