// network.js - who deals with whom in the selection: a force layout of at most sixty actors, drawn on a canvas.
//
// A tie is as thick as it has happenings, coloured by whether it cooperates or conflicts.  The layout starts from where everybody stood, so that a
// filter moves it little, and is settled before it is drawn: nothing dances.  It is settled in slices of a few milliseconds, so that nothing waits for it.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { colour, faded, scoreColour, sum } from './colours.js';
import { fitCanvas, fill, h, onceAFrame, watchCanvas } from './dom.js';
import { number, t, term } from './words.js';

const STEPS = 60, SLICE = 6;	// in all; milliseconds at a time
const TIES = 220;	// the strongest, of up to 1,770

// A name of one's own: "the police" and "five people" are not the same in two articles, and would draw a crowd together that never met.
const named = (actor) => Boolean(actor) && (!/^x-[0-9a-f]{12}$/.test(actor.id) || /^\p{Lu}\S*$/u.test((actor.name || '').split(' ').at(-1)));

export function network({ onActor }) {
	const canvas = h('canvas', { role: 'img', 'aria-label': t('network.label') });
	const tip = h('div.tip', { hidden: true });
	const list = h('ul.canvas-list', { 'aria-label': t('network.actors') });
	const none = h('p.pane-none', { hidden: true }, t('network.none'));
	const element = h('div.network', null, canvas, list, tip, none);
	let nodes = [], ties = [], shape = 0, settling = 0, pointed = null, size = { width: 0, height: 0 };
	const stood = new Map();

	const draw = onceAFrame(paint);
	watchCanvas(canvas, draw);

	const radius = (node, among = nodes) => 2.5 + 9 * Math.sqrt(node.n / Math.max(1, among[0]?.n || 1));

	/** Gives nodes of that many pixels of width to one of height their places; false: another layout was asked for meanwhile. */
	async function settle(some, between, ratio) {
		const mine = ++settling, wide = 100 * Math.sqrt(ratio), high = 100 / Math.sqrt(ratio);
		some.forEach((node, n) => {
			const before = stood.get(node.id), turn = n * 2.39996;
			node.x = before?.x ?? Math.cos(turn) * 12 * Math.sqrt(n + 0.5) * Math.sqrt(ratio);
			node.y = before?.y ?? Math.sin(turn) * 12 * Math.sqrt(n + 0.5) / Math.sqrt(ratio);
			node.vx = node.vy = 0;
		});
		const most = Math.max(1, ...between.map((tie) => sum(tie.n)));
		const forces = forceSimulation(some).stop().alphaDecay(1 - 0.03 ** (1 / STEPS))
			.force('tie', forceLink(between).distance((tie) => 26 + 30 * (1 - Math.sqrt(sum(tie.n) / most))).strength((tie) => 0.08 + 0.5 * Math.sqrt(sum(tie.n) / most)))
			.force('apart', forceManyBody().strength(-70).distanceMax(260))
			.force('room', forceCollide((node) => radius(node, some) + 7))
			.force('x', forceX().strength(0.06 * high / 100)).force('y', forceY().strength(0.06 * wide / 100));
		for (let step = 0; step < STEPS;) {
			for (const began = performance.now(); step < STEPS && performance.now() - began < SLICE; step++) forces.tick();
			await new Promise((go) => setTimeout(go, 0));
			if (mine !== settling) return false;
		}
		for (const node of some) stood.set(node.id, { x: node.x, y: node.y });
		shape = ratio;
		return true;
	}

	async function settleAnew(ratio) {
		shape = ratio;
		if (await settle(nodes, ties, ratio)) paint();
	}

	function paint() {
		const fitted = fitCanvas(canvas);
		if (!fitted) return;
		const { context: c, width, height } = fitted;
		size = { width, height };
		none.hidden = nodes.length > 0;
		if (!nodes.length) return;
		if (Math.abs(shape - width / height) > 0.4) settleAnew(width / height);
		if (nodes[0].x === undefined) return;
		fit(width, height);
		const most = Math.max(1, ...ties.map((tie) => sum(tie.n)));
		for (const tie of ties) {
			const n = sum(tie.n), near = pointed && (tie.source === pointed || tie.target === pointed);
			c.beginPath();
			c.moveTo(tie.source.px, tie.source.py);
			c.lineTo(tie.target.px, tie.target.py);
			c.strokeStyle = faded(scoreColour(tie.score / n), pointed ? (near ? 0.95 : 0.12) : 0.35 + 0.5 * Math.sqrt(n / most));
			c.lineWidth = 0.6 + 4 * Math.sqrt(n / most);
			c.stroke();
		}
		for (const node of nodes) {
			c.beginPath();
			c.arc(node.px, node.py, radius(node), 0, 7);
			c.fillStyle = colour(node === pointed ? 'ink' : 'node');
			c.fill();
			c.strokeStyle = colour('page');
			c.lineWidth = 1.5;
			c.stroke();
		}
		labels(c, width);
	}

	function fit(width, height) {
		const xs = nodes.map((node) => node.x), ys = nodes.map((node) => node.y), side = Math.min(60, width * 0.12), edge = 22;
		const left = Math.min(...xs), right = Math.max(...xs, left + 1), top = Math.min(...ys), bottom = Math.max(...ys, top + 1);
		const k = Math.min((width - 2 * side) / (right - left), (height - 2 * edge) / (bottom - top), 2.2);
		for (const node of nodes) {
			node.px = width / 2 + (node.x - (left + right) / 2) * k;
			node.py = height / 2 + (node.y - (top + bottom) / 2) * k;
		}
	}

	// Names from the most active down, each only where it covers no other.
	function labels(c, width) {
		const taken = [], dots = nodes.slice(0, 8).map((node) => [node.px - 5, node.py - 5, node.px + 5, node.py + 5]);
		c.textAlign = 'center';
		c.textBaseline = 'top';
		for (const [n, node] of nodes.entries()) {
			c.font = (n < 8 ? '600 12px ' : '11px ') + getComputedStyle(document.body).fontFamily;
			const words = node.name.length > 28 ? node.name.slice(0, 26) + '…' : node.name, half = c.measureText(words).width / 2 + 2;
			const x = Math.max(half, Math.min(width - half, node.px)), y = node.py + radius(node) + 2;
			const box = [x - half, y, x + half, y + 14];
			if (node !== pointed && (box[3] > size.height || (n < 8 ? taken : [...taken, ...dots]).some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]))) continue;
			taken.push(box);
			c.lineWidth = 3;
			c.strokeStyle = colour('page');
			c.lineJoin = 'round';
			c.strokeText(words, x, y);
			c.fillStyle = colour(pointed && node !== pointed ? 'muted' : 'ink');
			c.fillText(words, x, y);
		}
		c.textAlign = 'left';
	}

	function nearest(event) {
		const box = canvas.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
		return nodes.find((node) => Math.hypot(node.px - x, node.py - y) < radius(node) + 6) || null;
	}
	function pointAt(node) {
		if (pointed === node) return;
		pointed = node;
		tip.hidden = !node;
		canvas.style.setProperty('cursor', node ? 'pointer' : '');
		if (node) {
			fill(tip, h('b', null, node.name), ' ', [node.country, term('kind', node.kind), t('happenings', { n: node.n })].filter(Boolean).join(' · '));
			tip.style.setProperty('left', Math.max(4, Math.min(size.width - tip.offsetWidth - 4, node.px - tip.offsetWidth / 2)) + 'px');
			tip.style.setProperty('top', (node.py > 50 ? node.py - radius(node) - tip.offsetHeight - 6 : node.py + radius(node) + 18) + 'px');
		}
		draw();
	}
	canvas.addEventListener('pointermove', (event) => pointAt(nearest(event)));
	canvas.addEventListener('pointerleave', () => pointAt(null));
	canvas.addEventListener('click', (event) => {
		const node = nearest(event);
		if (node) onActor(node, { getBoundingClientRect: () => new DOMRect(event.clientX, event.clientY, 1, 1) });
	});

	return {
		element,
		/** Done when it is drawn; what was shown stays until then. */
		async show(overview) {
			const all = (overview.actors || []).map((actor) => ({ ...actor }));
			const between = (overview.ties || []).filter((tie) => named(all[tie.a]) && named(all[tie.b])).map((tie) => ({ ...tie, source: all[tie.a], target: all[tie.b] })).sort((x, y) => sum(y.n) - sum(x.n)).slice(0, TIES);
			const tied = new Set(between.flatMap((tie) => [tie.source, tie.target]));
			const shown = all.filter((node) => between.length ? tied.has(node) : named(node));
			if (size.width && shown.length && !await settle(shown, between, size.width / size.height)) return;
			settling++;
			if (!size.width) shape = 0;
			[nodes, ties, pointed] = [shown, between, null];
			tip.hidden = true;
			fill(list, nodes.slice(0, 30).map((node) => h('li', null, h('button', { type: 'button', onclick: (event) => onActor(node, event.currentTarget), onfocus: () => pointAt(node), onblur: () => pointAt(null) }, node.name, ' ', number(node.n)))));
			paint();
		},
		redraw: draw,
	};
}
