// popover.js - small sheets that hang from a button, and dialogs: Escape and a click elsewhere close them, the focus returns.

import { h } from './dom.js';

let open = null;

export function closePopover() {
	open?.();
}

/** make(close) gives the sheet's element when the button is pressed. */
export function popover(button, make) {
	button.setAttribute('aria-expanded', 'false');
	button.addEventListener('click', () => {
		if (button.getAttribute('aria-expanded') === 'true') closePopover();
		else hang(button, make);
	});
}

/** Hangs a sheet under the element, inside the window. */
export function hang(anchor, make) {
	closePopover();
	const back = document.activeElement;
	const close = (keepFocus) => {
		sheet.remove();
		anchor.setAttribute?.('aria-expanded', 'false');
		document.removeEventListener('pointerdown', outside, true);
		document.removeEventListener('keydown', key, true);
		open = null;
		if (!keepFocus && back?.isConnected) back.focus({ preventScroll: true });
	};
	const outside = (event) => { if (!sheet.contains(event.target) && !anchor.contains?.(event.target)) close(true); };
	const key = (event) => {
		if (event.key !== 'Escape') return;
		event.stopPropagation();
		close();
	};
	const sheet = h('div.popover', null, make(close));
	document.body.append(sheet);
	const box = anchor.getBoundingClientRect(), width = sheet.offsetWidth, height = sheet.offsetHeight;
	sheet.style.setProperty('left', Math.max(8, Math.min(box.left, innerWidth - width - 8)) + 'px');
	sheet.style.setProperty('top', Math.max(8, box.bottom + height + 8 > innerHeight ? Math.max(8, box.top - height - 4) : box.bottom + 4) + 'px');
	anchor.setAttribute?.('aria-expanded', 'true');
	document.addEventListener('pointerdown', outside, true);
	document.addEventListener('keydown', key, true);
	open = close;
	sheet.querySelector('input:not([type=radio]), button, a, select')?.focus({ preventScroll: true });
	return close;
}

/** A modal dialog with a title; resolves when it closes. */
export function dialog(title, content, name) {
	const box = h('dialog.dialog', { class: name, 'aria-label': title }, content);
	document.body.append(box);
	box.addEventListener('close', () => box.remove());
	box.addEventListener('click', (event) => { if (event.target === box) box.close(); });
	box.showModal();
	return box;
}
