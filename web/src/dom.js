// dom.js - elements without a framework.
//
// h('button.quiet', { onclick, title }, 'words', child…) makes an element; attributes that begin with "on" are listeners, "style" is an
// object (a string would be an inline style, which the page's Content-Security-Policy forbids), false and null leave an attribute out.

const SVG = 'http://www.w3.org/2000/svg';

function make(namespace, tag, attributes, children) {
	const [name, ...classes] = tag.split('.');
	const element = namespace ? document.createElementNS(namespace, name) : document.createElement(name);
	if (classes.length) element.setAttribute('class', classes.join(' '));
	for (const [key, value] of Object.entries(attributes || {})) {
		if (value === false || value === null || value === undefined) continue;
		if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
		else if (key === 'style') for (const [p, v] of Object.entries(value)) element.style.setProperty(p, v);
		else if (key === 'class') element.setAttribute('class', [...classes, value].join(' '));
		else element.setAttribute(key, value === true ? '' : value);
	}
	put(element, children);
	return element;
}

/** Appends children: elements, texts, lists of them; null and false are nothing. */
export function put(element, children) {
	for (const child of [children].flat(Infinity)) {
		if (child === null || child === undefined || child === false) continue;
		element.append(child instanceof Node ? child : String(child));
	}
	return element;
}

export const h = (tag, attributes, ...children) => make(null, tag, attributes, children);
export const s = (tag, attributes, ...children) => make(SVG, tag, attributes, children);

export function fill(element, ...children) {
	element.replaceChildren();
	return put(element, children);
}

/** An icon of the sheet in index.html. */
export const icon = (name) => s('svg.icon', { 'aria-hidden': 'true', width: 16, height: 16, viewBox: '0 0 16 16' }, s('use', { href: '#i-' + name }));

const sizes = new WeakMap();

/** Calls draw whenever the canvas gets another size, which is remembered: asking for it would have the whole page laid out once more. */
export function watchCanvas(canvas, draw) {
	new ResizeObserver(([{ contentRect }]) => {
		sizes.set(canvas, [contentRect.width, contentRect.height]);
		draw();
	}).observe(canvas);
}

/** A canvas fitted to its box at the screen's density.  Returns its context with the size in CSS pixels, or null while it has none. */
export function fitCanvas(canvas) {
	const [width, height] = sizes.get(canvas) || [0, 0];
	if (!width || !height) return null;
	const density = Math.min(3, window.devicePixelRatio || 1);
	if (canvas.width !== Math.round(width * density) || canvas.height !== Math.round(height * density)) {
		canvas.width = Math.round(width * density);
		canvas.height = Math.round(height * density);
	}
	const context = canvas.getContext('2d');
	context.setTransform(density, 0, 0, density, 0, 0);
	context.clearRect(0, 0, width, height);
	return { context, width, height };
}

/** After the frame that is being made has been drawn. */
export const afterFrame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 0)));

/** Calls draw once in the next frame, however often it was asked for. */
export function onceAFrame(draw) {
	let waiting = 0;
	return () => {
		waiting ||= requestAnimationFrame(() => {
			waiting = 0;
			draw();
		});
	};
}
