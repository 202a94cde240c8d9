/* driver.c - fuzz-NAME SECONDS FOLDER: a fuzz target without libFuzzer, as TAP.
 *
 * Runs every seed of the folder, then changes them at random until the seconds are over.  The changes are those that find most: bits, bytes that are special,
 * pieces taken out, doubled, put in from another seed.  Nothing is learnt from what the code does; that is libFuzzer's work (test/fuzz/run).  What is being run
 * stands in ./crash-NAME, which is left behind only when the target dies.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { SEEDS_MAX = 512, INPUT_MAX = 1 << 16, CHANGES_MAX = 8, HANGS_AFTER = 60 };

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

struct seed {
	unsigned char *p;
	size_t n;
};

struct driver {
	struct seed seeds[SEEDS_MAX];
	size_t n;
	uint64_t chance;		/* xorshift64*, Vigna 2016 */
	unsigned char *last;		/* INPUT_MAX bytes, shared with the file */
	int fd;
	char path[300];
	size_t executions;
};

static uint64_t below(struct driver *d, uint64_t n)
{
	d->chance ^= d->chance >> 12;
	d->chance ^= d->chance << 25;
	d->chance ^= d->chance >> 27;
	return (d->chance * 0x2545F4914F6CDD1DULL >> 11) % n;
}

static void execute(struct driver *d, const unsigned char *p, size_t n)
{
	unsigned char *exact = malloc(n ? n : 1);	/* so that a byte behind the end is seen */

	memcpy(exact, p, n);
	memcpy(d->last, p, n);
	if (ftruncate(d->fd, (off_t)n))
		exit(1);
	alarm(HANGS_AFTER);
	LLVMFuzzerTestOneInput(exact, n);
	alarm(0);
	d->executions++;
	free(exact);
	if (ftruncate(d->fd, INPUT_MAX))
		exit(1);
}

static void read_seed(struct driver *d, const char *folder, const char *name)
{
	char path[4096];
	struct seed *s = &d->seeds[d->n];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "rb");
	if (!f)
		return;
	s->p = malloc(INPUT_MAX);
	s->n = fread(s->p, 1, INPUT_MAX, f);
	fclose(f);
	d->n++;
}

static int by_name(const struct dirent **x, const struct dirent **y)
{
	return strcmp((*x)->d_name, (*y)->d_name);
}

static void read_seeds(struct driver *d, const char *folder)
{
	struct dirent **list;
	int n = scandir(folder, &list, NULL, by_name);

	for (int i = 0; i < n; i++) {
		if (list[i]->d_name[0] != '.' && d->n < SEEDS_MAX)
			read_seed(d, folder, list[i]->d_name);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
}

/* ---- changes ------------------------------------------------------------------------- */

static size_t cut(struct driver *d, unsigned char *p, size_t n)
{
	size_t from = below(d, n), gone = 1 + below(d, n - from < 64 ? n - from : 64);

	memmove(p + from, p + from + gone, n - from - gone);
	return n - gone;
}

static size_t put(struct driver *d, unsigned char *p, size_t n, const unsigned char *piece, size_t more)
{
	size_t at = below(d, n + 1);

	if (n + more > INPUT_MAX)
		return n;
	memmove(p + at + more, p + at, n - at);
	memcpy(p + at, piece, more);
	return n + more;
}

static size_t put_from(struct driver *d, unsigned char *p, size_t n, const struct seed *s)
{
	size_t from = s->n ? below(d, s->n) : 0, left = s->n - from;

	return left ? put(d, p, n, s->p + from, 1 + below(d, left < 256 ? left : 256)) : n;
}

static size_t put_copy(struct driver *d, unsigned char *p, size_t n)
{
	unsigned char piece[1024];
	size_t from = below(d, n), left = n - from, some = 1 + below(d, left < sizeof(piece) ? left : sizeof(piece));

	memcpy(piece, p + from, some);
	for (unsigned times = 1 + (unsigned)below(d, 4); times--; )
		n = put(d, p, n, piece, some);
	return n;
}

static size_t change(struct driver *d, unsigned char *p, size_t n)
{
	static const unsigned char special[] = { 0, 1, 7, '\t', '\n', '\r', ' ', '"', '#', '&', '\'', '-', '/', '0', '9', ':', ';', '<', '=', '>', '[', '\\', ']', '{', '}', 0x7f, 0x80,
		0xbf, 0xc0, 0xc3, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xfe, 0xff };

	if (!n)
		return put_from(d, p, n, &d->seeds[below(d, d->n)]);
	switch (below(d, 6)) {
	case 0:
		p[below(d, n)] ^= (unsigned char)(1 << below(d, 8));
		return n;
	case 1:
		p[below(d, n)] = special[below(d, sizeof(special))];
		return n;
	case 2:
		return put(d, p, n, &special[below(d, sizeof(special))], 1);
	case 3:
		return cut(d, p, n);
	case 4:
		return put_copy(d, p, n);
	default:
		return put_from(d, p, n, &d->seeds[below(d, d->n)]);
	}
}

static void drive(struct driver *d, double seconds)
{
	unsigned char *p = malloc(INPUT_MAX);
	time_t until = time(NULL) + (time_t)seconds;

	while (time(NULL) < until) {
		const struct seed *s = &d->seeds[below(d, d->n)];
		size_t n = s->n;

		memcpy(p, s->p, n);
		for (uint64_t i = 1 + below(d, CHANGES_MAX); i--; )
			n = change(d, p, n);
		execute(d, p, n);
	}
	free(p);
}

int main(int argc, char **argv)
{
	struct driver d = { .chance = 88172645463325252ULL };
	const char *name = argc > 0 && strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : "fuzz";

	if (argc != 3) {
		fprintf(stderr, "usage: %s SECONDS FOLDER\n", name);
		return 2;
	}
	read_seeds(&d, argv[2]);
	snprintf(d.path, sizeof(d.path), "crash-%s", name);
	d.fd = open(d.path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	if (d.fd < 0 || ftruncate(d.fd, INPUT_MAX))
		return 1;
	d.last = mmap(NULL, INPUT_MAX, PROT_READ | PROT_WRITE, MAP_SHARED, d.fd, 0);
	if (d.last == MAP_FAILED)
		return 1;
	if (!freopen("/dev/null", "w", stderr))		/* what the targets say of bad input */
		return 1;
	for (size_t i = 0; i < d.n; i++)
		execute(&d, d.seeds[i].p, d.seeds[i].n);
	printf("%s 1 - %zu seeds\n", d.n ? "ok" : "not ok", d.n);
	fflush(stdout);
	if (d.n)
		drive(&d, atof(argv[1]));
	printf("ok 2 - %zu inputs in %s seconds\n1..2\n", d.executions, argv[1]);
	unlink(d.path);
	for (size_t i = 0; i < d.n; i++)
		free(d.seeds[i].p);
	return d.n == 0;
}
