#include "record/trees.h"

#include <stdio.h>

#include "base/jsonwrite.h"

static void offsets(struct buf *b, struct doc *d, struct span s)
{
	json_key(b, "start");
	json_int(b, doc_point(d, s.start));
	json_key(b, "end");
	json_int(b, doc_point(d, s.end));
}

/* "Case=Nom|Number=Sing" as an object; nothing for "_". */
static void features(struct buf *b, struct str feats)
{
	json_key(b, "feats");
	json_open(b, '{');
	while (feats.n > 1) {
		size_t bar = str_find(feats, '|'), is = str_find(str_sub(feats, 0, bar), '=');
		char name[64];

		snprintf(name, sizeof(name), "%.*s", (int)is, feats.p);
		json_key(b, name);
		json_text(b, str_sub(feats, is < bar ? is + 1 : bar, bar));
		feats = str_sub(feats, bar < feats.n ? bar + 1 : bar, feats.n);
	}
	json_close(b, '}');
}

static void token(struct buf *b, struct doc *d, const struct sentence *s, uint32_t i)
{
	const struct token *t = &d->tokens.at[i];

	json_open(b, '{');
	json_key(b, "id");
	json_int(b, i - s->first + 1);
	json_key(b, "form");
	json_text(b, t->form);
	json_key(b, "lemma");
	json_text(b, t->lemma);
	json_key(b, "upos");
	json_text(b, str_c(upos_word(t->upos)));
	features(b, t->feats);
	json_key(b, "head");
	json_int(b, t->head == NONE ? 0 : t->head - s->first + 1);
	json_key(b, "deprel");
	json_text(b, str_c(deprel_word(t->deprel)));
	offsets(b, d, t->span);
	json_close(b, '}');
}

static void name(struct buf *b, struct doc *d, const struct sentence *s, uint32_t first, uint32_t last)
{
	struct span span = { d->tokens.at[first].span.start, d->tokens.at[last].span.end };

	json_open(b, '{');
	json_key(b, "type");
	json_text(b, str_c(ne_word(d->tokens.at[first].ne) + 2));	/* behind "B-" */
	json_key(b, "first");
	json_int(b, first - s->first + 1);
	json_key(b, "last");
	json_int(b, last - s->first + 1);
	json_key(b, "text");
	json_text(b, doc_slice(d, span));
	offsets(b, d, span);
	json_close(b, '}');
}

static bool inside(uint8_t ne)
{
	return ne == NE_I_PER || ne == NE_I_LOC || ne == NE_I_ORG || ne == NE_I_MISC;
}

static void sentence(struct buf *b, struct doc *d, const struct sentence *s)
{
	json_open(b, '{');
	offsets(b, d, s->span);
	json_key(b, "tokens");
	json_open(b, '[');
	for (uint32_t i = s->first; i < s->end; i++)
		token(b, d, s, i);
	json_close(b, ']');
	json_key(b, "names");
	json_open(b, '[');
	for (uint32_t i = s->first; i < s->end; ) {
		uint32_t last = i;

		if (d->tokens.at[i].ne == NE_O) {
			i++;
			continue;
		}
		while (last + 1 < s->end && inside(d->tokens.at[last + 1].ne))
			last++;
		name(b, d, s, i, last);
		i = last + 1;
	}
	json_close(b, ']');
	json_close(b, '}');
}

void trees_write(struct buf *b, struct doc *d)
{
	json_open(b, '{');
	json_key(b, "id");
	json_text_or_null(b, d->id);
	json_key(b, "lang");
	json_text(b, d->lang);
	json_key(b, "text");
	json_text(b, d->text);
	json_key(b, "sentences");
	json_open(b, '[');
	for (size_t i = 0; i < d->sentences.n; i++)
		if (d->sentences.at[i].first < d->sentences.at[i].end)
			sentence(b, d, &d->sentences.at[i]);
	json_close(b, ']');
	json_close(b, '}');
	buf_byte(b, '\n');
}
