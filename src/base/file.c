#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int file_read(struct arena *a, const char *path, size_t max, struct str *bytes, struct error *e)
{
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	size_t n = 0, cap;
	struct stat st;
	char *p;
	int rc = 0;

	if (fd < 0)
		return error_set(e, COU_EINPUT, "%s", strerror(errno));
	cap = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (uint64_t)st.st_size < max ? (size_t)st.st_size + 1 : 65536;
	p = arena_alloc(a, cap);
	for (;;) {
		ssize_t got;

		if (n + 1 >= cap) {
			p = arena_grow(a, p, cap, cap * 2);
			cap *= 2;
		}
		got = read(fd, p + n, cap - n - 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			rc = error_set(e, COU_EINPUT, "%s", strerror(errno));
			break;
		}
		if (got == 0)
			break;
		n += (size_t)got;
		if (n > max) {
			rc = error_set(e, COU_ELIMIT, "larger than the limit of %zu MB", max >> 20);
			break;
		}
	}
	if (fd != STDIN_FILENO)
		close(fd);
	*bytes = (struct str){ p, n };
	return rc;
}

int file_map(const char *path, struct str *bytes, struct error *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p;

	if (fd < 0)
		return error_set(e, COU_EDATA, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) < 0 || st.st_size <= 0) {
		close(fd);
		return error_set(e, COU_EDATA, "%s: is empty", path);
	}
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (p == MAP_FAILED)
		return error_set(e, COU_EDATA, "%s: %s", path, strerror(errno));
	*bytes = (struct str){ p, (size_t)st.st_size };
	return 0;
}

void file_unmap(struct str bytes)
{
	if (bytes.p)
		munmap((void *)(uintptr_t)bytes.p, bytes.n);
}
