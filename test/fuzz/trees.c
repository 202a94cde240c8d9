/* Random words under random trees: linking, times and coding stay in bounds, and every event has a trigger and an evidence in the text.
 *
 * COULISSE_HOME: the build folder.  Each token takes six bytes: word, tag, relation, head, name, case.
 */
#include <stdio.h>
#include <stdlib.h>

#include "code/code.h"
#include "link/link.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static const char *const words[] = {
	"attack", "attacked", "sign", "signed", "treaty", "Russia", "Iran", "president", "Putin", "said", "that", "not", "will", "and", "who", "he", "they",
	"of", "in", "to", "with", "against", "\"", ".", ",", ":", "(", ")", "Moscow", "yesterday", "two", "2024", "May", "weeks", "ago", "the", "a", "talks",
	"meet", "met", "visit", "troops", "police", "protest", "sanctions", "NATO", "joined", "minister", "former", "Angela", "Merkel", "US", "UN", "by", "from",
	"if", "would", "deny", "denied", "killed", "12", "people", "counterpart", "both", "country", "it", "I", "we", "reported", "according",
};

enum { WORDS = sizeof(words) / sizeof(*words), PER_TOKEN = 6, TOKENS_MAX = 120 };

static struct linker *linker;
static struct timer *timer;
static struct coder *coder;

static void open_all(void)
{
	const char *home = getenv("COULISSE_HOME") ? getenv("COULISSE_HOME") : "build";
	char data[4096], lang[4096];
	static struct who *who;
	struct error e = { 0 };

	snprintf(data, sizeof(data), "%s/data", home);
	snprintf(lang, sizeof(lang), "%s/lang/en", home);
	if (who_open(&who, data, NULL, &e) || linker_open(&linker, who, lang, &e) || timer_open(&timer, lang, &e) || coder_open(&coder, lang, data, NULL, &e)) {
		fprintf(stderr, "%s\n", e.text);
		exit(1);
	}
}

static void check(const struct doc *d)
{
	for (size_t i = 0; i < d->events.n; i++) {
		const struct event *e = &d->events.at[i];

		if (e->trigger >= d->tokens.n || e->evidence.span.end > d->text.n || e->evidence.span.start >= e->evidence.span.end || !(e->confidence >= 0 && e->confidence <= 1))
			abort();
		for (size_t k = 0; k < e->actors.n; k++)
			if (e->actors.at[k].entity != NONE && e->actors.at[k].entity >= d->entities.n)
				abort();
	}
	for (size_t i = 0; i < d->mentions.n; i++)
		for (uint32_t k = 0; k < d->mentions.at[i].n_entities; k++)
			if (d->mentions.at[i].entities[k] >= d->entities.n)
				abort();
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct arena a = { 0 };
	struct doc d;
	struct buf text;
	size_t count = n / PER_TOKEN < TOKENS_MAX ? n / PER_TOKEN : TOKENS_MAX;

	if (!coder)
		open_all();
	if (!count)
		return 0;
	doc_init(&d, &a);
	buf_init(&text, &a);
	d.lang = STR("en");
	d.date = day_of(2024, 10, 12);
	for (size_t i = 0; i < count; i++) {
		const unsigned char *b = p + i * PER_TOKEN;
		struct token *t = vec_push(&a, &d.tokens);
		struct str word = str_c(words[b[0] % WORDS]);

		t->span.start = (uint32_t)text.n;
		buf_add(&text, word);
		t->span.end = (uint32_t)text.n;
		buf_byte(&text, ' ');
		t->lemma = word;
		t->upos = b[1] % (UPOS_VERB + 1);
		t->deprel = b[2] % (DEP_XCOMP + 1);
		t->head = b[3] % count < i ? b[3] % (uint32_t)count : NONE;	/* heads before their dependents: always a forest */
		t->ne = b[4] % (NE_I_MISC + 1);
		t->cased = b[5] % 3;
		t->bits = (uint64_t)b[5] << (b[1] % 40);
		t->feats = STR("_");
		t->child = t->next = NONE;
	}
	d.text = buf_str(&text);
	for (size_t i = 0; i < count; i++)
		d.tokens.at[i].form = doc_slice(&d, d.tokens.at[i].span);
	/* roots: all but one hang on the first token */
	for (uint32_t i = 1; i < count; i++)
		if (d.tokens.at[i].head == NONE)
			d.tokens.at[i].head = 0;
	d.tokens.at[0].head = NONE;
	/* as the analyser has it: who has no head is a root, and nobody else */
	for (uint32_t i = 0; i < count; i++)
		if ((d.tokens.at[i].head == NONE) != (d.tokens.at[i].deprel == DEP_ROOT))
			d.tokens.at[i].deprel = d.tokens.at[i].head == NONE ? DEP_ROOT : DEP_DEP;
	vec_add(&a, &d.blocks, ((struct block){ BLOCK_LEAD, { 0, (uint32_t)d.text.n } }));
	vec_add(&a, &d.sentences, ((struct sentence){ .span = { 0, (uint32_t)d.text.n }, .first = 0, .end = (uint32_t)count, .root = 0, .block = 0 }));
	doc_link_tree(&d);
	link_doc(linker, &d);
	time_doc(timer, &d);
	code_doc(coder, &d);
	check(&d);
	arena_free(&a);
	return 0;
}
