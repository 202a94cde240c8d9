// colours.js - the style sheet's colours, for the canvases.
//
// The five classes of a happening, in the order of the API's counts: verbal and material cooperation, verbal and material conflict, none.

export const CLASSES = ['coop1', 'coop2', 'conf1', 'conf2', 'none'];
export const classOf = (line) => CLASSES[(line.quad || 5) - 1];

let known = new Map();
let probe;

/** The colour of --name as the present theme has it, as "rgb(…)". */
export function colour(name) {
	if (!known.has(name)) {
		probe ||= document.body.appendChild(Object.assign(document.createElement('i'), { hidden: true }));
		probe.style.setProperty('color', 'var(--' + name + ')');
		known.set(name, getComputedStyle(probe).color);
	}
	return known.get(name);
}

export function faded(name, alpha) {
	const parts = colour(name).match(/[\d.]+/g);
	return 'rgba(' + parts[0] + ',' + parts[1] + ',' + parts[2] + ',' + alpha + ')';
}

export function coloursChanged() {
	known = new Map();
}

/** Of a score of cooperation (Goldstein, -10..10 a happening): a colour's name. */
export const scoreColour = (score) => (score > 2 ? 'coop2' : score > 0.2 ? 'coop1' : score < -4 ? 'conf2' : score < -0.2 ? 'conf1' : 'none');
export const sum = (counts) => counts.reduce((all, n) => all + n, 0);
