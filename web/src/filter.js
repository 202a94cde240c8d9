// filter.js - the language of the filter box:  who:Iran type:CONSULT status:planned since:2024-05 text:"drones"
//
// word:value with the words of the command line's options; a value with blanks stands in quotes; commas, or the word again, for several
// values.  What has no word is sought in the texts.  The box is the one truth: the time axis, the map and the lists edit its text.

export const WORDS = ['who', 'with', 'actor', 'recipient', 'by', 'stance', 'type', 'mode', 'status', 'relation', 'standing', 'country', 'place',
	'since', 'until', 'as-of', 'known', 'text', 'source', 'lang', 'min-confidence', 'quad'];
const SINGLE = new Set(['since', 'until', 'as-of', 'known', 'min-confidence', 'text']);

/** [{ word, value, raw }…]; word is '' for bare words, value without quotes. */
export function parse(text) {
	const found = [];
	for (const match of text.matchAll(/(?:([a-z][a-z-]*):)?((?:"[^"]*"?|[^\s"])+)|([a-z][a-z-]*):(?=\s|$)/g)) {
		const word = match[1] ?? match[3] ?? '';
		found.push({ word, value: (match[2] ?? '').replace(/"/g, ''), raw: match[0], at: match.index });
	}
	return found;
}

/** The parameters of the API that the text means; unknown lists words that are none. */
export function meaning(text) {
	const parameters = {}, unknown = [], sought = [];
	for (const { word, value, raw } of parse(text)) {
		if (word && !WORDS.includes(word)) unknown.push(word);
		else if (!value) continue;
		else if (word === '' || word === 'text') sought.push(/\s/.test(value) || raw.includes('"') ? '"' + value + '"' : value);
		else if (SINGLE.has(word) || !(word in parameters)) parameters[word] = value;
		else parameters[word] += ',' + value;
	}
	if (sought.length) parameters.text = sought.join(' ');
	return { parameters, unknown };
}

const quoted = (value) => (/[\s"]/.test(value) ? '"' + value.replace(/"/g, '') + '"' : value);

/** The text with word:value instead of what it had for the word; an empty value takes it out. */
export function withWord(text, word, value) {
	const rest = parse(text).filter((part) => part.word !== word).map((part) => part.raw);
	if (value) rest.push(word + ':' + quoted(value));
	return rest.join(' ');
}

/** The text with the value added to the word's values, or taken out where it is one of them. */
export function toggled(text, word, value) {
	const values = (meaning(text).parameters[word] || '').split(',').filter(Boolean);
	const at = values.findIndex((one) => one.toLowerCase() === value.toLowerCase());
	if (at >= 0) values.splice(at, 1);
	else values.push(value);
	return withWord(text, word, values.join(','));
}

export const valueOf = (text, word) => meaning(text).parameters[word] || '';
export const includes = (text, word, value) => valueOf(text, word).toLowerCase().split(',').includes(value.toLowerCase());
