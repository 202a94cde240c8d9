// announce.js - a short word of what was done, seen for a while and read out.

import { h } from './dom.js';

let region;
let timer = 0;

export function announce(words) {
	region ||= document.body.appendChild(h('div.toast', { role: 'status', 'aria-live': 'polite' }));
	region.textContent = words;
	region.classList.add('is-shown');
	clearTimeout(timer);
	timer = setTimeout(() => region.classList.remove('is-shown'), 3500);
}
