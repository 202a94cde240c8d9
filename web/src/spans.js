// spans.js - a text with its spans marked in place.
//
// Offsets count code points (RECORD.md, 2).  Spans may overlap and nest; the text is cut at every edge, and each piece carries the marks of all that
// cover it, the longest outermost.

import { h } from './dom.js';
import { t } from './words.js';

const ROLES = ['actors', 'recipients'];
const OWN = ['goods', 'topic', 'cause', 'instrument', 'agreement', 'dead', 'injured', 'arrested'];

const has = (span) => span && typeof span === 'object' && Number.isInteger(span.start) && Number.isInteger(span.end) && span.end > span.start;

/** [{ start, end, role }…] of a line: whom, where, when, trigger, cues, and what else it read. */
export function spansOf(line) {
	const spans = [];
	const add = (span, role) => { if (has(span)) spans.push({ start: span.start, end: span.end, role }); };
	for (const role of ROLES) for (const party of line[role] || []) add(party, role === 'actors' ? 'actor' : 'recipient');
	for (const role of ['subject', 'object', 'office']) add(line[role], role === 'subject' ? 'actor' : 'recipient');
	add(line.where, 'place');
	for (const key of ['when', 'from', 'to']) if (line[key] && Number.isInteger(line[key].text_start)) add({ start: line[key].text_start, end: line[key].text_end }, 'time');
	add(line.trigger, 'trigger');
	for (const claim of line.claims || []) {
		add(claim.by, 'source');
		add(claim.cue, 'cue');
	}
	for (const key of OWN) for (const span of [line[key]].flat()) add(span, 'other');
	for (const span of [line.qualifiers].flat()) for (const value of Object.values(span || {})) for (const one of [value].flat()) add(one, 'other');
	return spans;
}

/** The piece from..to of the text (an array of code points) as nodes. */
export function marked(points, from, to, spans) {
	const inside = spans.filter((span) => span.start < to && span.end > from)
		.map((span) => ({ ...span, start: Math.max(from, span.start), end: Math.min(to, span.end) }))
		.sort((a, b) => a.start - b.start || b.end - a.end);
	return nest(points, from, to, inside);
}

function nest(points, from, to, spans) {
	const nodes = [];
	let at = from;
	for (let n = 0; n < spans.length; n++) {
		const span = spans[n];
		if (span.start < at) continue;
		if (span.start > at) nodes.push(points.slice(at, span.start).join(''));
		const within = spans.slice(n + 1).filter((one) => one.start < span.end).map((one) => ({ ...one, end: Math.min(one.end, span.end) }));
		const rest = spans.slice(n + 1).filter((one) => one.start < span.end && one.end > span.end).map((one) => ({ ...one, start: span.end }));
		nodes.push(mark(span, nest(points, span.start, span.end, within)));
		at = span.end;
		spans = spans.slice(0, n + 1).concat([...rest, ...spans.slice(n + 1).filter((one) => one.start >= span.end)].sort((a, b) => a.start - b.start || b.end - a.end));
	}
	if (at < to) nodes.push(points.slice(at, to).join(''));
	return nodes;
}

function mark(span, children) {
	if (span.role === 'evidence') return h('span.evidence', { id: 'evidence' }, children);
	if (span.role === 'line') return h('span.line-span', { class: span.on ? 'is-on' : '', 'data-line': span.line }, children);
	return h('mark', { class: 'm-' + span.role, 'data-role': t('role.' + span.role), title: t('role.' + span.role) }, children);
}

/** The text's blocks as paragraphs, with spans marked.  Without blocks, paragraphs are what blank lines part. */
export function article(text, blocks, spans, limit = Infinity) {
	const points = [...text];
	const pieces = blocks?.length ? blocks.map((block) => (Array.isArray(block) ? { type: block[0], start: block[1], end: block[2] } : block)) : paragraphs(points);
	return pieces.slice(0, limit).map((block) => {
		const tag = block.type === 'title' ? 'h2' : block.type === 'subheading' ? 'h3' : block.type === 'quote' ? 'blockquote' : 'p';
		return h(tag, { class: 'block block-' + (block.type || 'paragraph') }, marked(points, block.start, block.end, spans));
	});
}

function paragraphs(points) {
	const found = [];
	let start = 0;
	for (let at = 0; at <= points.length; at++) {
		if (at < points.length && points[at] !== '\n') continue;
		if (at > start) found.push({ type: 'paragraph', start, end: at });
		start = at + 1;
	}
	return found;
}
