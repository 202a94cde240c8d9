// article.cjs PAGE… - the article of each page as @mozilla/readability sees it, as extract.c writes its own.
const fs = require('fs');
const { createRequire } = require('module');
const need = createRequire(process.env.READABILITY_HOME + '/');
const { Readability } = need('@mozilla/readability');
const { JSDOM, VirtualConsole } = need('jsdom');

for (const page of process.argv.slice(2)) {
	// The bytes: jsdom finds the charset as a browser does.
	const dom = new JSDOM(fs.readFileSync(page), { url: 'https://news.example/', virtualConsole: new VirtualConsole() });
	let a = null;
	try {
		a = new Readability(dom.window.document).parse();
	} catch (error) {
		console.error(`${page}: ${error.message}`);
	}
	let text = '';
	if (a) {
		// textContent runs the blocks into each other: a blank behind each.
		const body = new JSDOM(a.content).window.document.body;
		for (const x of body.querySelectorAll('p,div,li,h1,h2,h3,h4,h5,h6,td,th,tr,blockquote,figcaption,br,section,article'))
			x.append(' ');
		for (const x of body.querySelectorAll('br'))
			x.replaceWith(' ');
		text = body.textContent;
	}
	console.log(JSON.stringify({ page, title: a?.title ?? '', date: (a?.publishedTime ?? '').slice(0, 10), source: a?.siteName ?? '', lang: (a?.lang ?? '').slice(0, 2), text }));
	dom.window.close();
}
