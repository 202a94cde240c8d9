/* The forest of the confidence as it is written: whole trees are read, others are refused with the line. */
#include "code/confidence.h"

#include "tap.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/coulisse-confidence-XXXXXX";

static int read_text(struct confidence *c, struct arena *a, const char *text, struct error *e)
{
	FILE *f = fopen(path, "w");

	if (!f)
		exit(1);
	fputs(text, f);
	fclose(f);
	return confidence_read(c, a, path, e);
}

static void refuses(struct arena *a, const char *text, const char *where, const char *what)
{
	struct confidence c;
	struct error e = { 0 };

	ok(read_text(&c, a, text, &e) != 0 && strstr(e.text, where) != NULL, "%s is refused%s", what, *where ? ", with its line" : "");
}

int main(void)
{
	struct arena a;
	struct confidence c;
	struct error e = { 0 };
	char deep[2048] = "tree";
	int fd = mkstemp(path);

	if (fd < 0)
		return 1;
	close(fd);
	arena_init(&a);
	ok(!read_text(&c, &a, "# two trees\nshift -0.5\ntree verb 0 SAY 250 1000\ntree 700\n", &e) && c.trees.n == 2 && c.nodes.n == 6, "two trees are read");
	ok(c.nodes.at[0].asks == TRAIT_VERB && c.nodes.at[0].if_so == 2 && c.nodes.at[2].asks == EVENT_TRAIT_COUNT + EVENT_SAY && c.nodes.at[2].if_so == 4, "the branches of a node");
	ok(c.nodes.at[1].asks < 0 && c.nodes.at[1].right == 0 && c.nodes.at[4].right == 1000 && c.shift == -0.5f, "leaves and shift");
	refuses(&a, "shift 0\ntree verb 0\n", ":2:", "a tree without its second branch");
	refuses(&a, "shift 0\n\ntree verb 0 1 2\n", ":3:", "a tree with more than two branches");
	refuses(&a, "tree nothing-known 0 1\n", ":1:", "an unknown trait");
	refuses(&a, "tree 1001\n", ":1:", "a leaf of more than a thousand");
	refuses(&a, "tree -1\n", ":1:", "a leaf of less than none");
	refuses(&a, "shift far\n", ":1:", "a shift that is no number");
	refuses(&a, "base 0.5\n", ":1:", "a weight of another model");
	refuses(&a, "# nothing\n", "no tree", "a forest without trees");
	for (int i = 0; i < 100; i++)
		strcat(deep, " verb");
	for (int i = 0; i < 101; i++)
		strcat(deep, " 1");
	strcat(deep, "\n");
	refuses(&a, deep, ":1:", "a tree too deep");
	arena_free(&a);
	unlink(path);
	return done();
}
