// map.js - where: events as points, visits as arcs from the visitor's country, on a canvas in the Equal Earth projection.
//
// A point is as large as it has happenings; its slices are cooperation, conflict and the rest.  An arc grows stronger towards where the visit was; it is bent on
// paper, not the way of an aeroplane, which from one ocean to the other would run along the edge of the map.

import { geoEqualEarth, geoPath } from 'd3-geo';
import { colour, faded, sum } from './colours.js';
import { fitCanvas, fill, h, icon, onceAFrame, watchCanvas } from './dom.js';
import { number, t } from './words.js';
import { world } from './world.js';

const FARTHEST = 40;	// times the scale at which the whole world fits
const SLICED = 2.8;	// pixels of radius from which a point is sliced; smaller ones are dots of what they have most
const BEND = 0.16;	// of an arc's length, how far its middle rises
const ARCS = 150;	// drawn at most while the whole world is shown; the strongest
const PAUSE = 200;	// milliseconds without a move after which the window is told
const LISTED = 30;	// places that the keyboard reaches
// The world without Antarctica, where little news is made.
const FRAME = { type: 'MultiPoint', coordinates: [[-179.9, 0], [179.9, 0], [0, 80], [0, -56]] };

export function worldMap({ onPlace, onMove, label, quiet }) {
	const canvas = h('canvas', { role: 'img', 'aria-label': label || t('map.label') });
	const tip = h('div.tip', { hidden: true });
	const list = h('ul.canvas-list', { 'aria-label': t('map.places') });
	const tools = h('div.canvas-tools', null,
		h('button.bare', { type: 'button', title: t('map.in'), 'aria-label': t('map.in'), onclick: () => zoom(1.8) }, icon('plus')),
		h('button.bare', { type: 'button', title: t('map.out'), 'aria-label': t('map.out'), onclick: () => zoom(1 / 1.8) }, icon('minus')),
		h('button.bare', { type: 'button', title: t('map.whole'), 'aria-label': t('map.whole'), onclick: whole }, icon('globe')));
	const element = h('div.map', null, canvas, list, tip, quiet ? null : tools);
	const projection = geoEqualEarth();
	let ground = null, places = [], visits = [], selected = null, pointed = null, view = { k: 1, x: 0, y: 0 }, size = { width: 0, height: 0 }, drag = null, largest = 1, layer = {}, wanted = null, shownBox = '', told = 0;

	const draw = onceAFrame(paint);
	watchCanvas(canvas, draw);
	(window.requestIdleCallback || setTimeout)(() => world().then((w) => { ground = w; draw(); }));

	const radius = (place) => (1.8 + 11 * Math.sqrt(sum(place.n) / Math.max(40, largest))) * Math.min(1.2, 0.6 + size.width / 1600) * Math.min(1.6, 0.9 + view.k / 10);
	const at = (lon, lat) => projection([lon, lat]) || [-99, -99];

	/** The projection of the window that is looked through: the whole world in the box, k times as large, moved by x and y pixels. */
	function look(width, height) {
		projection.fitExtent([[6, 6], [width - 6, height - 6]], FRAME);
		if (wanted) {
			const [x, y] = at(wanted.lon, wanted.lat);
			view = { k: wanted.k, x: (width / 2 - x) * wanted.k, y: (height / 2 - y) * wanted.k };
			wanted = null;
		}
		const [left, top] = projection.translate();
		projection.scale(projection.scale() * view.k).translate([width / 2 + (left - width / 2) * view.k + view.x, height / 2 + (top - height / 2) * view.k + view.y]);
	}

	/** "scale,longitude,latitude" of the middle; '' for the whole world. */
	function boxOf() {
		const middle = projection.invert([size.width / 2, size.height / 2]);
		return (view.k === 1 && !view.x && !view.y) || !middle ? '' : [view.k.toFixed(2), middle[0].toFixed(2), middle[1].toFixed(2)].join();
	}
	function moved() {
		draw();
		clearTimeout(told);
		told = setTimeout(() => {
			shownBox = boxOf();
			onMove?.(shownBox);
		}, PAUSE);
	}

	function paint() {
		const fitted = fitCanvas(canvas);
		if (!fitted) return;
		const { context: c, width, height } = fitted;
		size = { width, height };
		look(width, height);
		if (ground) {
			const key = [width, height, view.k, view.x, view.y, colour('land')].join();
			if (key !== layer.key) layer = { key, canvas: drawLand(canvas) };
			c.save();
			c.setTransform(1, 0, 0, 1, 0, 0);
			c.drawImage(layer.canvas, 0, 0);
			c.restore();
		}
		const most = Math.max(1, ...visits.map((visit) => visit.n));
		for (const visit of (view.k > 2 ? visits : visits.slice(0, ARCS)).toReversed()) arc(c, visit, most);
		for (const place of places.toReversed()) point(c, place);
		for (const [place, width] of [[selected, 2], [pointed, 1.5]]) {
			if (!place) continue;
			const [x, y] = at(place.lon, place.lat);
			c.beginPath();
			c.arc(x, y, (place.n ? radius(place) : 4) + 3.5, 0, 7);
			c.strokeStyle = colour('ink');
			c.lineWidth = width;
			c.stroke();
		}
	}

	// The countries, which change only when the map is moved, are kept as a picture.
	function drawLand(like) {
		const picture = new OffscreenCanvas(like.width, like.height), c = picture.getContext('2d'), path = geoPath(projection, c);
		c.scale(like.width / size.width, like.height / size.height);
		c.beginPath();
		path(ground.land);
		c.fillStyle = colour('land');
		c.fill();
		c.beginPath();
		path(ground.borders);
		c.strokeStyle = colour('border');
		c.lineWidth = 0.7;
		c.stroke();
		return picture;
	}

	function arc(c, visit, most) {
		const [x0, y0] = at(visit.from.lon, visit.from.lat), [x1, y1] = at(visit.to.lon, visit.to.lat);
		if (Math.hypot(x1 - x0, y1 - y0) < 2) return;
		const strength = 0.25 + 0.6 * Math.sqrt(visit.n / most), fade = c.createLinearGradient(x0, y0, x1, y1), side = x1 < x0 ? -1 : 1;
		fade.addColorStop(0, faded('arc', 0.06));
		fade.addColorStop(1, faded('arc', strength));
		c.beginPath();
		c.moveTo(x0, y0);
		c.quadraticCurveTo((x0 + x1) / 2 + (y1 - y0) * side * 2 * BEND, (y0 + y1) / 2 - (x1 - x0) * side * 2 * BEND, x1, y1);
		c.strokeStyle = fade;
		c.lineWidth = 0.8 + 2.2 * Math.sqrt(visit.n / most);
		c.stroke();
	}

	function point(c, place) {
		const [x, y] = at(place.lon, place.lat), r = radius(place), all = sum(place.n);
		if (x < -r || y < -r || x > size.width + r || y > size.height + r) return;
		const slices = [['coop2', place.n[0] + place.n[1]], ['conf2', place.n[2] + place.n[3]], ['none', place.n[4]]];
		if (r < SLICED) {
			const [name] = slices.reduce((most, one) => (one[1] > most[1] ? one : most));
			c.fillStyle = faded(name, 0.82);
			c.fillRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
			return;
		}
		let turn = -Math.PI / 2;
		for (const [name, n] of slices) {
			if (!n) continue;
			const end = turn + 2 * Math.PI * n / all;
			c.beginPath();
			if (n < all) c.moveTo(x, y);
			c.arc(x, y, r, turn, end);
			c.fillStyle = faded(name, 0.82);
			c.fill();
			turn = end;
		}
		c.beginPath();
		c.arc(x, y, r, 0, 7);
		c.strokeStyle = colour('page');
		c.lineWidth = 0.75;
		c.stroke();
	}

	function nearest(event) {
		const box = canvas.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
		let best = null, least = Infinity;
		for (const place of places) {
			const [px, py] = at(place.lon, place.lat), far = Math.hypot(px - x, py - y) - radius(place);
			if (far < 5 && far < least) [best, least] = [place, far];
		}
		return best;
	}

	function pointAt(place) {
		if (pointed === place) return;
		pointed = place;
		tip.hidden = !place;
		canvas.style.setProperty('cursor', place ? 'pointer' : 'grab');
		if (place) {
			const [x, y] = at(place.lon, place.lat);
			fill(tip, h('b', null, place.name), ' ', t('map.point', { n: sum(place.n), coop: number(place.n[0] + place.n[1]), conf: number(place.n[2] + place.n[3]) }));
			tip.style.setProperty('left', Math.max(4, Math.min(size.width - tip.offsetWidth - 4, x - tip.offsetWidth / 2)) + 'px');
			tip.style.setProperty('top', (y > 60 ? y - radius(place) - tip.offsetHeight - 8 : y + radius(place) + 8) + 'px');
		}
		draw();
	}

	function zoom(factor, x = size.width / 2, y = size.height / 2) {
		const k = Math.max(1, Math.min(FARTHEST, view.k * factor)), by = k / view.k, cx = x - size.width / 2, cy = y - size.height / 2;
		view = k === 1 ? { k: 1, x: 0, y: 0 } : { k, x: cx - (cx - view.x) * by, y: cy - (cy - view.y) * by };
		pointAt(null);
		moved();
	}
	function whole() {
		view = { k: 1, x: 0, y: 0 };
		moved();
	}

	canvas.addEventListener('wheel', (event) => {
		event.preventDefault();
		const box = canvas.getBoundingClientRect();
		zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), event.clientX - box.left, event.clientY - box.top);
	}, { passive: false });
	const fingers = new Map();
	canvas.addEventListener('pointerdown', (event) => {
		fingers.set(event.pointerId, event);
		drag = { x: event.clientX, y: event.clientY, view, moved: false };
		canvas.setPointerCapture(event.pointerId);
	});
	canvas.addEventListener('pointermove', (event) => {
		if (fingers.size === 2 && fingers.has(event.pointerId)) {
			const before = spread();
			fingers.set(event.pointerId, event);
			zoom(spread() / before);
			drag.moved = true;
		} else if (drag) {
			const dx = event.clientX - drag.x, dy = event.clientY - drag.y;
			if (!drag.moved && Math.hypot(dx, dy) < 4) return;
			drag.moved = true;
			view = { ...drag.view, x: drag.view.x + dx, y: drag.view.y + dy };
			pointAt(null);
			moved();
		} else pointAt(nearest(event));
	});
	canvas.addEventListener('pointerup', (event) => {
		const was = drag;
		fingers.delete(event.pointerId);
		drag = null;
		if (was && !was.moved) {
			const place = nearest(event);
			if (place) onPlace?.(place);
		}
	});
	canvas.addEventListener('pointercancel', (event) => { fingers.delete(event.pointerId); drag = null; });
	canvas.addEventListener('pointerleave', () => pointAt(null));
	function spread() {
		const [a, b] = [...fingers.values()];
		return Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
	}

	return {
		element,
		show(overview) {
			places = overview.places || [];
			visits = overview.visits || [];
			largest = Math.max(1, ...places.map((place) => sum(place.n)));
			pointed = null;
			tip.hidden = true;
			fill(list, places.slice(0, LISTED).map((place) => h('li', null, h('button', { type: 'button', onclick: () => onPlace?.(place), onfocus: () => pointAt(place), onblur: () => pointAt(null) },
				place.name, ' ', number(sum(place.n))))));
			paint();
		},
		/** Looks through that window, unless it does. */
		move(box) {
			if (box === shownBox) return;
			const [k, lon, lat] = box.split(',').map(Number);
			shownBox = box;
			if (Number.isFinite(k) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) wanted = { k: Math.max(1, Math.min(FARTHEST, k)), lon, lat };
			else view = { k: 1, x: 0, y: 0 };
			draw();
		},
		select(place) {
			const next = place?.lat === undefined ? null : place;
			if (next !== selected) draw();
			selected = next;
		},
		redraw: draw,
	};
}
