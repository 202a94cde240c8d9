// asof.js - the as-of cursor: the page turned back to what held, and what was known, at a date.
//
// Held (as-of:) asks what had happened in the world by then; known (known:) what the record could have said then.  Both stand in the filter.

import { isDate } from './calendar.js';
import { h, icon } from './dom.js';
import { meaning, withWord } from './filter.js';
import { go, now } from './state.js';
import { popover } from './popover.js';
import { showDate, t } from './words.js';

/** { date, sense } of a filter text: sense is held, known or both. */
export function asOf(text) {
	const { 'as-of': held, known } = meaning(text).parameters;
	return { date: held || known || '', sense: held && known ? 'both' : known ? 'known' : 'held' };
}

export function setAsOf(date, sense = 'held', options) {
	const text = withWord(withWord(now().q, 'as-of', sense === 'known' ? '' : date), 'known', sense === 'held' ? '' : date);
	go({ q: text }, options);
}

export function asOfControl() {
	const words = h('span.asof-words'), day = h('span.asof-date');
	const button = h('button.quiet', { type: 'button', 'aria-haspopup': 'dialog', title: t('asof.title') }, icon('clock'), words, day);
	const clear = h('button.bare', { type: 'button', 'aria-label': t('asof.clear'), title: t('asof.clear'), onclick: () => setAsOf('') }, icon('close'));
	const element = h('div.asof', null, button, clear);
	popover(button, (close) => {
		const { date, sense } = asOf(now().q);
		const wrong = h('p.field-error', { role: 'alert' });
		const field = h('input', { type: 'text', name: 'date', inputmode: 'numeric', value: date, placeholder: t('date.shape'), 'aria-label': t('asof.date'), size: 12 });
		const choices = ['held', 'known', 'both'].map((one) => h('label.choice', null,
			h('input', { type: 'radio', name: 'sense', value: one, checked: one === sense }), h('span', null, t('asof.' + one), h('small', null, t('asof.' + one + '.why')))));
		return h('form.sheet', { 'aria-label': t('asof.title'), onsubmit: (event) => {
			event.preventDefault();
			if (field.value && !isDate(field.value)) {
				wrong.textContent = t('date.wrong');
				return;
			}
			close();
			setAsOf(field.value, new FormData(event.target).get('sense'));
		} }, h('h2', null, t('asof.title')), h('label.field', null, t('asof.date'), field), wrong, choices, h('button.primary', { type: 'submit' }, t('asof.turn')));
	});
	return {
		element,
		open: () => button.click(),
		update: (state) => {
			const { date, sense } = asOf(state.q);
			element.classList.toggle('is-set', Boolean(date));
			clear.hidden = !date;
			words.textContent = date ? t('asof.set.' + sense, { date: showDate(date) }) : t('asof.now');
			day.textContent = date ? showDate(date) : t('asof.now');
			button.setAttribute('aria-label', words.textContent);
		},
	};
}
