// spark.js - a time axis without tools: cooperation above, conflict below, for the views beside the record.

import { scaleUtc } from 'd3-scale';
import { nextBucket, startOf } from './calendar.js';
import { CLASSES, colour, sum } from './colours.js';
import { fitCanvas, h, onceAFrame, watchCanvas } from './dom.js';
import { usualStretch } from './timeline.js';
import { number, showTime, t } from './words.js';

/** now: the day behind which all is still to come. */
export function spark(time, bucket, now) {
	if (!time.length) return h('p.muted', null, t('dossier.none'));
	const all = time.reduce((n, at) => n + sum(at.n), 0);
	const canvas = h('canvas.spark', { role: 'img', 'aria-label': t('happenings', { n: all }) });
	const draw = onceAFrame(() => {
		const fitted = fitCanvas(canvas);
		if (!fitted) return;
		const { context: c, width, height } = fitted, x = scaleUtc().domain(usualStretch(time, bucket, now)).range([0, width]), room = height - 20;
		const up = Math.max(1, ...time.map((at) => at.n[0] + at.n[1] + at.n[4])), down = Math.max(1, ...time.map((at) => at.n[2] + at.n[3])), unit = room / (up + down), base = up * unit;
		for (const at of time) {
			const from = x(startOf(at.at)), wide = Math.max(1.5, x(nextBucket(startOf(at.at), bucket)) - from - 0.5);
			let y = base;
			for (const k of [1, 0, 4]) {
				c.fillStyle = colour(CLASSES[k]);
				c.fillRect(from, (y -= at.n[k] * unit), wide, at.n[k] * unit);
			}
			y = base + 1;
			for (const k of [3, 2]) {
				c.fillStyle = colour(CLASSES[k]);
				c.fillRect(from, y, wide, at.n[k] * unit);
				y += at.n[k] * unit;
			}
		}
		c.fillStyle = colour('rule-strong');
		c.fillRect(0, base, width, 1);
		c.fillStyle = colour('muted');
		c.font = '11px ' + getComputedStyle(document.body).fontFamily;
		for (const tick of x.ticks(Math.min(8, width / 100))) {
			const words = new Date(tick).getUTCMonth() ? showTime(tick, 'month') : showTime(tick, 'year');
			if (x(tick) + c.measureText(words).width < width) c.fillText(words, x(tick) + 2, height - 4);
		}
	});
	watchCanvas(canvas, draw);
	canvas.title = number(all);
	return canvas;
}
