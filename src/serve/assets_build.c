/* assets_build.c - coulisse-assets: the files of a folder as a C source.
 *
 *	coulisse-assets FOLDER OUT.c OUT.d		OUT.d: what it read, for make and ninja
 *
 * FOLDER/index.html becomes "/", every other file "/assets/NAME"; where the page names "assets/NAME" it gets "?v=HASH" behind it, so that a browser may keep
 * the file for ever.  Without FOLDER/index.html (the page was not built) a page that says so stands in its place.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/sha256.h"
#include "base/vec.h"
#include "serve/deflate.h"

enum { FILE_MAX = 8 << 20, FILES_MAX = 200, HASH_DIGITS = 16, PACK_FROM = 256, A_LINE = 100, LEVEL = 9 };

static const char placeholder[] =
	"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Coulisse</title>\n"
	"<p>This build of Coulisse has no page in it (web/dist was empty). The API is at <a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a>.</p></html>\n";

struct piece {
	struct str name, bytes;
	char hash[HASH_DIGITS + 1];
};

struct pieces {
	struct piece at[FILES_MAX];
	size_t n;
};

static const char *type_of(struct str name)
{
	static const char *const types[][2] = {
		{ ".html", "text/html; charset=utf-8" }, { ".js", "text/javascript; charset=utf-8" }, { ".css", "text/css; charset=utf-8" }, { ".json", "application/json" },
		{ ".svg", "image/svg+xml" }, { ".png", "image/png" }, { ".ico", "image/x-icon" }, { ".woff2", "font/woff2" }, { ".webmanifest", "application/manifest+json" },
		{ ".txt", "text/plain; charset=utf-8" },
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (str_ends(name, str_c(types[i][0])))
			return types[i][1];
	return "application/octet-stream";
}

static void hash_piece(struct piece *p)
{
	struct sha256 s;
	char hex[65];

	sha256_init(&s);
	sha256_add(&s, p->bytes);
	sha256_hex(&s, hex);
	memcpy(p->hash, hex, HASH_DIGITS);
	p->hash[HASH_DIGITS] = 0;
}

static int by_name(const void *x, const void *y)
{
	return str_cmp(((const struct piece *)x)->name, ((const struct piece *)y)->name);
}

static int read_folder(struct arena *a, const char *folder, struct pieces *all, struct error *e)
{
	DIR *d = opendir(folder);

	for (struct dirent *x; d && (x = readdir(d)) && all->n < FILES_MAX; ) {
		struct str name = str_dup(a, str_c(x->d_name));
		struct piece *p = &all->at[all->n];

		/* a map of the sources is for who develops the page */
		if (name.p[0] == '.' || str_ends(name, STR(".map")))
			continue;
		if (file_read(a, str_printf(a, "%s/%s", folder, name.p).p, FILE_MAX, &p->bytes, e)) {
			closedir(d);
			return -1;
		}
		p->name = name;
		all->n++;
	}
	if (d)
		closedir(d);
	qsort(all->at, all->n, sizeof(*all->at), by_name);
	return 0;
}

static const struct piece *named_at(const struct pieces *all, struct str text)
{
	const struct piece *longest = NULL;

	for (size_t i = 0; i < all->n; i++) {
		struct str name = all->at[i].name;

		if (str_starts(text, name) && text.n > name.n && (text.p[name.n] == '"' || text.p[name.n] == '\'') && (!longest || name.n > longest->name.n))
			longest = &all->at[i];
	}
	return longest;
}

/* With the hash behind each file that the page names. */
static struct str with_hashes(struct arena *a, struct str page, const struct pieces *all)
{
	const struct str mark = STR("assets/");
	struct buf b;

	buf_init(&b, a);
	while (page.n) {
		size_t at = str_search(page, mark), end = at < page.n ? at + mark.n : page.n;
		struct str rest = str_sub(page, end, page.n);
		const struct piece *p = at < page.n ? named_at(all, rest) : NULL;

		buf_add(&b, str_sub(page, 0, end));
		if (p) {
			buf_printf(&b, "%.*s?v=%s", STR_ARG(p->name), p->hash);
			end += p->name.n;
		}
		page = str_sub(page, end, page.n);
	}
	return buf_str(&b);
}

/* ---- the source --------------------------------------------------------------------------- */

static void write_bytes(FILE *f, const char *name, size_t number, struct str bytes)
{
	fprintf(f, "static const unsigned char %s_%zu[] = {", name, number);
	for (size_t i = 0; i < bytes.n; i++)
		fprintf(f, "%s%u,", i % A_LINE ? "" : "\n", (unsigned)(unsigned char)bytes.p[i]);
	fputs(bytes.n ? "\n};\n" : "0 };\n", f);
}

static void write_source(FILE *f, struct arena *a, const struct pieces *all)
{
	struct str packed[FILES_MAX];

	fputs("/* Made by coulisse-assets. */\n#include \"serve/assets.h\"\n\n", f);
	for (size_t i = 0; i < all->n; i++) {
		packed[i] = all->at[i].bytes.n >= PACK_FROM ? deflate_gzip(a, all->at[i].bytes, LEVEL) : STR_NONE;
		if (packed[i].n >= all->at[i].bytes.n)
			packed[i] = STR_NONE;
		write_bytes(f, "bytes", i, all->at[i].bytes);
		write_bytes(f, "packed", i, packed[i]);
	}
	fputs("\nconst struct asset assets[] = {\n", f);
	for (size_t i = 0; i < all->n; i++) {
		const struct piece *p = &all->at[i];
		bool page = str_is(p->name, "index.html");

		fprintf(f, "\t{ \"%s%.*s\", \"%s\", \"%s\", { (const char *)bytes_%zu, %zu }, { (const char *)packed_%zu, %zu } },\n", page ? "/" : "/assets/",
			page ? 0 : (int)p->name.n, p->name.p, type_of(p->name), p->hash, i, p->bytes.n, i, packed[i].n);
	}
	fprintf(f, "};\nconst size_t assets_count = %zu;\n", all->n);
}

static int write_dependencies(const char *path, const char *folder, const char *made, const struct pieces *all, size_t n)
{
	FILE *f = fopen(path, "w");

	if (!f)
		return -1;
	fprintf(f, "%s:", made);
	if (n)
		fprintf(f, " %s", folder);
	for (size_t i = 0; i < n; i++)
		fprintf(f, " %s/%.*s", folder, STR_ARG(all->at[i].name));
	fputc('\n', f);
	return fclose(f);
}

int main(int argc, char **argv)
{
	static struct pieces all;
	struct piece *page = NULL;
	struct arena a = { 0 };
	struct error e = { 0 };
	size_t n_read;
	FILE *f;

	if (argc != 4) {
		fprintf(stderr, "usage: coulisse-assets FOLDER OUT.c OUT.d\n");
		return 2;
	}
	if (read_folder(&a, argv[1], &all, &e)) {
		fprintf(stderr, "%s\n", e.text);
		return 1;
	}
	n_read = all.n;
	for (size_t i = 0; i < all.n; i++) {
		hash_piece(&all.at[i]);
		if (str_is(all.at[i].name, "index.html"))
			page = &all.at[i];
	}
	if (!page && all.n < FILES_MAX) {
		page = &all.at[all.n++];
		*page = (struct piece){ .name = STR("index.html"), .bytes = { placeholder, sizeof(placeholder) - 1 } };
	}
	if (page) {
		page->bytes = with_hashes(&a, page->bytes, &all);
		hash_piece(page);
	}
	f = fopen(argv[2], "w");
	if (!f) {
		perror(argv[2]);
		return 1;
	}
	write_source(f, &a, &all);
	if (fclose(f) || write_dependencies(argv[3], argv[1], argv[2], &all, n_read)) {
		perror(argv[2]);
		return 1;
	}
	arena_free(&a);
	return 0;
}
