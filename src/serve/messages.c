#include "serve/messages.h"

#include "base/file.h"
#include "base/jsonwrite.h"

enum { MESSAGES_MAX = 1 << 20 };	/* bytes of a language's file */

static void write_messages(struct buf *b, struct arena *a, struct str text)
{
	struct str line;

	json_open(b, '{');
	while (str_split(&text, '\n', &line)) {
		size_t tab = str_find(line, '\t');

		if (tab == line.n || line.p[0] == '#')
			continue;
		json_key(b, str_dup(a, str_trim(str_sub(line, 0, tab))).p);
		json_text(b, str_trim(str_sub(line, tab + 1, line.n)));
	}
	json_close(b, '}');
}

int messages_answer(struct call *c, struct error *e)
{
	const struct str before = STR("/messages/"), behind = STR(".json");
	struct str lang = str_sub(c->r->path, before.n, c->r->path.n - behind.n), text = STR_NONE;
	struct error none = { 0 };
	struct buf b;

	(void)e;
	file_read(c->a, str_printf(c->a, "%s/lang/%.*s/page.txt", c->serve->setup->home, STR_ARG(lang)).p, MESSAGES_MAX, &text, &none);
	buf_init(&b, c->a);
	write_messages(&b, c->a, text);
	return call_send_json(c, buf_str(&b), -1);
}
