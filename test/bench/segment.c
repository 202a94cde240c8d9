/* segment.c LANG_DIR < TEXT - the tokens of a text, for score_segment.py: "start end form" a line, an empty line behind a sentence.
 * With -t: nothing but words, sentences and the time it took.
 */
#include <stdio.h>
#include <sys/resource.h>

#include "base/file.h"
#include "segment/segment.h"

static double seconds(void)
{
	struct rusage r;

	getrusage(RUSAGE_SELF, &r);
	return (double)r.ru_utime.tv_sec + (double)r.ru_utime.tv_usec * 1e-6;
}

int main(int argc, char **argv)
{
	bool timing = argc > 2 && str_is(str_c(argv[1]), "-t");
	struct arena a = { 0 };
	struct segmenter *s;
	struct error e;
	struct doc d;
	struct str text;

	if (argc < 2 + timing || segmenter_open(&s, argv[1 + timing], &e) || file_read(&a, "-", (size_t)1 << 30, &text, &e)) {
		fprintf(stderr, "segment: %s\n", argc < 2 ? "usage: segment [-t] LANG_DIR" : e.text);
		return 2;
	}
	doc_init(&d, &a);
	d.text = text;
	vec_add(&a, &d.blocks, ((struct block){ BLOCK_PARAGRAPH, { 0, (uint32_t)text.n } }));
	double begin = seconds();

	segment_doc(s, &d);
	if (timing) {
		double t = seconds() - begin;

		printf("%zu tokens, %zu sentences, %.3f s, %.2f million tokens a second\n", d.tokens.n, d.sentences.n, t, (double)d.tokens.n / t / 1e6);
	}
	for (size_t i = 0; i < d.sentences.n && !timing; i++) {
		for (uint32_t t = d.sentences.at[i].first; t < d.sentences.at[i].end; t++)
			printf("%u\t%u\t%.*s\n", d.tokens.at[t].span.start, d.tokens.at[t].span.end, STR_ARG(d.tokens.at[t].form));
		putchar('\n');
	}
	segmenter_close(s);
	arena_free(&a);
	return 0;
}
