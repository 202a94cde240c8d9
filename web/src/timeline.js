// timeline.js - the time axis: cooperation above the line, conflict below, one bar a bucket; a brush for since: and until:, a cursor for as-of:.
//
// The bars show what fits the filter at any time, so that a brush does not take away what lies beside it; what is outside the brush is faded.
// The axis begins as the stretch that holds nearly all dated happenings of the whole store: a stray year 1906, or a plan for 2050, does not squeeze the rest.

import { scaleUtc } from 'd3-scale';
import { asOf, setAsOf } from './asof.js';
import { bucketOf, endOf, iso, nextBucket, startOf } from './calendar.js';
import { CLASSES, colour, faded, sum } from './colours.js';
import { fitCanvas, h, icon, onceAFrame, watchCanvas } from './dom.js';
import { valueOf, withWord } from './filter.js';
import { go, now } from './state.js';
import { number, showTime, t } from './words.js';

const FOOT = 18;	// pixels under the bars for the dates
const GRIP = 7;		// pixels beside an edge that still mean the edge

/** The stretch that leaves out at most one in a hundred at the beginning, or one in twenty where they take more than half of it; and at the end, of what is still to come
 * (behind the day now), what lies farther off than a tenth of the stretch before it.  null: nothing has a date. */
export function usualStretch(time, bucket, now) {
	if (!time.length) return null;
	const all = time.reduce((n, at) => n + sum(at.n), 0), today = now ? endOf(now) : Infinity;
	const without = (share) => {
		let from = 0;
		for (let left = 0; from < time.length - 1 && (left += sum(time[from].n)) <= all * share;) from++;
		return startOf(time[from].at);
	};
	const past = time.filter((at) => startOf(at.at) < today), end = past.length ? nextBucket(startOf(past.at(-1).at), bucket) : Infinity;
	const few = without(0.01), fewer = without(0.05), from = Math.min(end - 1, end - fewer < (end - few) / 2 ? fewer : few);
	if (!past.length) return [startOf(time[0].at), nextBucket(startOf(time.at(-1).at), bucket)];
	const near = time.filter((at) => startOf(at.at) < end + (end - from) / 10);
	return [startOf(iso(from)), nextBucket(startOf(near.at(-1).at), bucket)];
}

export function timeline() {
	const canvas = h('canvas', { 'aria-hidden': 'true' });
	const selection = h('div.brush', { hidden: true });
	const handles = ['since', 'until', 'asof'].map((name) => h('div.handle.handle-' + name, { role: 'slider', tabindex: 0, 'aria-label': t('time.' + name), 'aria-orientation': 'horizontal' }));
	const note = h('div.time-note', { role: 'status' });
	const tip = h('div.tip', { hidden: true });
	const tools = h('div.time-tools', null,
		h('button.bare', { type: 'button', title: t('time.zoom'), 'aria-label': t('time.zoom'), onclick: zoomToBrush }, icon('plus')),
		h('button.bare', { type: 'button', title: t('time.all'), 'aria-label': t('time.all'), onclick: () => go({ axis: '' }) }, icon('minus')));
	const field = h('div.time-field', null, canvas, selection, handles, tip);
	const element = h('section.timeline', { 'aria-label': t('time.label') }, field, tools, note);
	let data = null, usual = null, domain = [0, 1], scale = scaleUtc(), dragging = null, width = 0, seen = '';

	const draw = onceAFrame(paint);
	watchCanvas(canvas, draw);

	function brushed() {
		const since = valueOf(now().q, 'since'), until = valueOf(now().q, 'until');
		return since || until ? [since ? startOf(since) : domain[0], until ? endOf(until) : domain[1]] : null;
	}

	function paint() {
		const fitted = fitCanvas(canvas);
		if (!fitted) return;
		const { context: c, height } = fitted;
		width = fitted.width;
		scale = scaleUtc().domain(domain).range([0, width]);
		const room = height - FOOT - 4;
		let up = 1, down = 1;
		const shown = (data?.time || []).map((at) => ({ ...at, from: startOf(at.at) })).filter((at) => at.from < domain[1] && nextBucket(at.from, data.bucket) > domain[0]);
		for (const at of shown) {
			up = Math.max(up, at.n[0] + at.n[1] + at.n[4]);
			down = Math.max(down, at.n[2] + at.n[3]);
		}
		const unit = room / (up + down), base = 2 + Math.round(up * unit);
		const window = brushed(), { date } = asOf(now().q), cut = date ? endOf(date) : Infinity;
		for (const at of shown) {
			const x = scale(at.from), w = Math.max(1, scale(nextBucket(at.from, data.bucket)) - x), gap = w > 3 ? 1 : 0;
			const out = (window && (at.from < window[0] || at.from >= window[1])) || at.from >= cut;
			const bar = (name, y, size) => {
				c.fillStyle = out ? faded(name, 0.3) : colour(name);
				c.fillRect(x, y, w - gap, size);
			};
			let y = base;
			for (const k of [1, 0, 4]) {
				const size = at.n[k] * unit;
				bar(CLASSES[k], (y -= size), size);
			}
			y = base + 1;
			for (const k of [3, 2]) {
				const size = at.n[k] * unit;
				bar(CLASSES[k], y, size);
				y += size;
			}
		}
		c.fillStyle = colour('rule-strong');
		c.fillRect(0, base, width, 1);
		dates(c, height);
		place(window, cut);
	}

	function dates(c, height) {
		const ticks = scale.ticks(Math.max(2, Math.min(12, width / 90)));
		const step = ticks.length > 1 ? ticks[1] - ticks[0] : 0;
		c.font = '11px ' + getComputedStyle(document.body).fontFamily;
		c.textBaseline = 'alphabetic';
		let end = -Infinity;
		for (const tick of ticks) {
			const x = Math.round(scale(tick)), date = new Date(tick), first = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
			const words = step > 300 * 86400000 || first ? showTime(tick, 'year') : step > 26 * 86400000 ? showTime(tick, 'monthOnly') : showTime(tick, 'dayMonth');
			c.fillStyle = colour('rule');
			c.fillRect(x, height - FOOT, 1, 4);
			if (x < end + 8 || x + c.measureText(words).width > width) continue;
			c.fillStyle = colour(first ? 'ink' : 'muted');
			c.fillText(words, x + 3, height - 4);
			end = x + 3 + c.measureText(words).width;
		}
	}

	const clamp = (time) => Math.max(domain[0], Math.min(domain[1], time));

	function place(window, cut) {
		const [since, until, asof] = handles;
		selection.hidden = !window;
		since.hidden = until.hidden = !window;
		if (window) {
			const from = scale(clamp(window[0])), to = scale(clamp(window[1]));
			selection.style.setProperty('transform', 'translateX(' + from + 'px)');
			selection.style.setProperty('width', Math.max(1, to - from) + 'px');
			position(since, from, window[0], 0);
			position(until, to, window[1] - 1, 0);
		}
		const set = cut !== Infinity;
		asof.classList.toggle('is-set', set);
		position(asof, set ? scale(clamp(cut)) : width, set ? cut - 1 : domain[1] - 1);
		asof.setAttribute('aria-valuetext', set ? showTime(cut - 1) : t('asof.now'));
	}

	function position(handle, x, time) {
		handle.style.setProperty('transform', 'translateX(' + x + 'px)');
		handle.setAttribute('aria-valuemin', String(Math.round(domain[0] / 86400000)));
		handle.setAttribute('aria-valuemax', String(Math.round(domain[1] / 86400000)));
		handle.setAttribute('aria-valuenow', String(Math.round(time / 86400000)));
		handle.setAttribute('aria-valuetext', showTime(time));
	}

	// What a day writes as: whole months and years as such, so that the filter stays short.
	const sinceText = (time) => short(iso(time), '-01', '-01');
	function short(day) {
		return day.endsWith('-01-01') ? day.slice(0, 4) : day.endsWith('-01') ? day.slice(0, 7) : day;
	}
	function untilText(before) {
		const next = new Date(before), last = iso(before - 1);
		if (next.getUTCDate() !== 1) return last;
		return next.getUTCMonth() === 0 ? last.slice(0, 4) : last.slice(0, 7);
	}

	function setBrush(from, to, options) {
		go({ q: withWord(withWord(now().q, 'since', sinceText(from)), 'until', untilText(to)) }, options);
	}
	function clearBrush() {
		go({ q: withWord(withWord(now().q, 'since', ''), 'until', '') });
	}
	function zoomToBrush() {
		const window = brushed(), middle = (domain[0] + domain[1]) / 2, quarter = (domain[1] - domain[0]) / 4;
		setAxis(window || [middle - quarter, middle + quarter]);
	}
	function setAxis(next, options) {
		const from = Math.max(startOf('1000'), next[0]), to = Math.max(from + 5 * 86400000, next[1]);
		go({ axis: iso(from) + '..' + iso(to) }, options);
	}

	const bucket = () => data?.bucket || 'month';
	const timeAt = (event) => scale.invert(event.clientX - canvas.getBoundingClientRect().left).getTime();

	field.addEventListener('pointerdown', (event) => {
		if (event.button || !data) return;
		const time = timeAt(event), x = scale(time), window = brushed(), name = event.target.classList.contains('handle-asof') ? 'asof' : null;
		const near = (edge) => Math.abs(scale(edge) - x) <= GRIP;
		if (name) dragging = { what: 'asof' };
		else if (window && near(window[0])) dragging = { what: 'edge', fixed: window[1] };
		else if (window && near(window[1])) dragging = { what: 'edge', fixed: window[0] };
		else if (window && time > window[0] && time < window[1]) dragging = { what: 'move', at: time, window };
		else dragging = { what: 'edge', fixed: time, fresh: true };
		dragging.start = x;
		dragging.q = now().q;
		field.setPointerCapture(event.pointerId);
		tip.hidden = true;
	});
	field.addEventListener('pointermove', (event) => {
		if (!dragging) return hover(event);
		const time = clamp(timeAt(event));
		if (!dragging.moved && Math.abs(scale(time) - dragging.start) < 3) return;
		const options = { replace: Boolean(dragging.moved) };
		dragging.moved = true;
		if (dragging.what === 'asof') {
			const at = bucketOf(time, bucket() === 'year' ? 'month' : bucket());
			setAsOf(scale(time) >= width - 2 ? '' : iso(at), asOf(now().q).sense, options);
		} else if (dragging.what === 'move') {
			const shift = bucketOf(dragging.window[0] + time - dragging.at, bucket()) - dragging.window[0];
			setBrush(dragging.window[0] + shift, bucketOf(dragging.window[1] + shift + 43200000, bucket()), options);
		} else {
			const from = Math.min(time, dragging.fixed), to = Math.max(time, dragging.fixed);
			setBrush(bucketOf(from, bucket()), Math.max(nextBucket(bucketOf(to - 1, bucket()), bucket()), nextBucket(bucketOf(from, bucket()), bucket())), options);
		}
	});
	field.addEventListener('pointerup', (event) => {
		const was = dragging;
		dragging = null;
		if (!was || was.moved) return;
		if (was.what === 'asof') return handles[2].focus();
		const at = bucketOf(timeAt(event), bucket());
		if (was.fresh && brushed()) clearBrush();
		else if (was.fresh) setBrush(at, nextBucket(at, bucket()));
	});
	field.addEventListener('pointercancel', () => { dragging = null; });
	field.addEventListener('pointerleave', () => { tip.hidden = true; });
	field.addEventListener('dblclick', clearBrush);
	field.addEventListener('wheel', (event) => {
		if (!event.ctrlKey && Math.abs(event.deltaX) < Math.abs(event.deltaY) && !event.shiftKey && !event.altKey && !event.metaKey) return;
		event.preventDefault();
		const at = timeAt(event), factor = event.ctrlKey || event.altKey || event.metaKey ? Math.exp(event.deltaY * 0.004) : 1;
		const pan = factor === 1 ? (event.deltaX || event.deltaY) * (domain[1] - domain[0]) / width : 0;
		setAxis([at + (domain[0] - at) * factor + pan, at + (domain[1] - at) * factor + pan], { replace: true });
	}, { passive: false });

	function hover(event) {
		const at = data?.time.find((one) => { const from = startOf(one.at); const time = timeAt(event); return time >= from && time < nextBucket(from, data.bucket); });
		tip.hidden = !at;
		if (!at) return;
		const x = scale(startOf(at.at));
		tip.textContent = (data.bucket === 'day' ? showTime(startOf(at.at)) : data.bucket === 'week' ? t('time.week', { day: showTime(startOf(at.at)) }) : showTime(startOf(at.at), data.bucket)) +
			'  ' + t('time.bar', { coop: number(at.n[0] + at.n[1]), conf: number(at.n[2] + at.n[3]), none: number(at.n[4]) });
		tip.style.setProperty('left', Math.max(0, Math.min(width - tip.offsetWidth, x - tip.offsetWidth / 2)) + 'px');
	}

	for (const [n, handle] of handles.entries()) {
		handle.addEventListener('keydown', (event) => {
			const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
			if (event.key === 'Delete' || event.key === 'Backspace') return n === 2 ? setAsOf('') : clearBrush();
			if (!by) return;
			event.preventDefault();
			const window = brushed();
			if (n === 2) setAsOf(iso(step(asOf(now().q).date ? endOf(asOf(now().q).date) - 1 : domain[1] - 1, by)), asOf(now().q).sense, { replace: true });
			else if (n === 0) setBrush(Math.min(step(window[0], by), window[1] - 86400000), window[1], { replace: true });
			else setBrush(window[0], Math.max(step(window[1], by), window[0] + 86400000), { replace: true });
		});
	}
	function step(time, by) {
		let at = bucketOf(time, bucket());
		for (let n = 0; n < Math.abs(by); n++) at = by > 0 ? nextBucket(at, bucket()) : bucketOf(at - 1, bucket());
		return at;
	}

	return {
		element,
		/** The stretch shown: [from, before] in milliseconds, of the address or the store's usual one. */
		stretch(state) {
			const [from, to] = state.axis.split('..');
			return from && to ? [startOf(from), startOf(to)] : usual;
		},
		setUsual(stretch) { usual = stretch; },
		/** axis: what the server says lies in the stretch; drawn at once. */
		show(axis) {
			data = axis;
			paint();
		},
		update(state) {
			domain = this.stretch(state) || domain;
			const next = [domain, state.q].join();
			if (next !== seen) draw();
			seen = next;
		},
		note(words) { note.textContent = words; },
		stepAsOf: (by) => setAsOf(iso(step(asOf(now().q).date ? endOf(asOf(now().q).date) - 1 : domain[1] - 1, by)), asOf(now().q).sense, { replace: true }),
		redraw: draw,
	};
}
