/* A process that entered the sandbox does its work and nothing else.  Each deed is tried by a child, so that the locks stay with it. */
#include "base/sandbox.h"

#include "tap.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/coulisse-sandbox-XXXXXX";
static char inside[64], outside[64], store[64];
static int open_file, open_socket;

/* ---- deeds: true when it was done -------------------------------------------------------- */

static bool opens(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool reads_input(void)	{ return opens(inside, O_RDONLY); }
static bool reads_other(void)	{ return opens(outside, O_RDONLY) || opens("/etc/passwd", O_RDONLY); }
static bool writes_input(void)	{ return opens(inside, O_WRONLY) || opens(inside, O_RDWR) || opens(inside, O_RDONLY | O_TRUNC); }
static bool makes_file(void)	{ return opens(store, O_WRONLY | O_CREAT); }
static bool writes_store(void)	{ return opens(store, O_RDWR); }
static bool writes_open(void)	{ return write(open_file, "x", 1) == 1; }
static bool removes(void)	{ return unlink(inside) == 0; }
static bool renames(void)	{ return rename(inside, store) == 0; }
static bool changes_mode(void)	{ return chmod(inside, 0777) == 0; }
static bool connects(void)	{ return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }
static bool sends(void)		{ return send(open_socket, "x", 1, 0) == 1; }
static bool signals(void)	{ return kill(getppid(), 0) == 0; }

static struct sockaddr_in listener;

static bool reaches(void)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	return fd >= 0 && connect(fd, (struct sockaddr *)&listener, sizeof(listener)) == 0;
}

static bool resolves(void)
{
	struct addrinfo *a = NULL;

	return getaddrinfo("localhost", "80", NULL, &a) == 0 && a;
}

static bool local_socket(void)	{ return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }
static bool raw_socket(void)	{ return socket(AF_PACKET, SOCK_RAW, 0) >= 0 || socket(AF_UNIX, SOCK_DGRAM, 0) >= 0; }

static bool listens(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	return listen(fd, 1) == 0;
}

static bool executes(void)
{
	char *const argv[] = { "true", NULL };

	execv("/bin/true", argv);	/* its exit code would be 0: done */
	return false;
}

static bool forks(void)
{
	pid_t p = fork();

	if (p == 0)
		_exit(0);
	return p > 0;
}

static bool maps_code(void)
{
	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return p != MAP_FAILED;
}

static void *nothing(void *x)
{
	return x;
}

static bool starts_thread(void)
{
	pthread_t t;
	void *p = malloc(1 << 22);	/* has pages of its own */

	memset(p, 1, 1 << 22);
	free(p);
	return pthread_create(&t, NULL, nothing, NULL) == 0 && pthread_join(t, NULL) == 0;
}

/* ---- tries --------------------------------------------------------------------------------- */

static struct sandbox there;

/* Was the deed done by a process under these rules? */
static bool did(bool (*deed)(void), const struct sandbox_rules *rules)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		struct sandbox in_force = rules ? sandbox_enter(rules) : (struct sandbox){ 0 };

		if (rules && (in_force.landlock != there.landlock || in_force.seccomp != there.seccomp))
			_exit(7);
		_exit(deed() ? 0 : 1);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return false;
	if (!WIFEXITED(status) || WEXITSTATUS(status) == 7)
		printf("# ended with status %x\n", (unsigned)status);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* The deed is possible without the sandbox, so that it shows something, and not with it. */
static void prevented(const char *what, bool (*deed)(void), const struct sandbox_rules *rules, bool by_this_kernel)
{
	if (by_this_kernel)
		ok(!did(deed, rules), "%s", what);
	else
		ok(true, "%s # SKIP this kernel has no such lock", what);
}

static void touch(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	if (fd < 0 || write(fd, "x", 1) != 1 || close(fd))
		exit(1);
}

static void reading(void)
{
	char seen[80];

	snprintf(seen, sizeof(seen), "%s/in", folder);
	const char *reads[] = { seen, "/nowhere/at/all" };
	const struct sandbox_rules r = { .reads = reads, .n_reads = 2 };
	bool both = there.landlock || there.seccomp, filter = there.seccomp;

	ok(did(reads_input, &r), "the inputs are read");
	ok(did(writes_open, &r), "what is open is written to");
	ok(did(starts_thread, &r), "threads start");
	prevented("nothing else is read", reads_other, &r, there.landlock);
	prevented("an input is not written to", writes_input, &r, both);
	prevented("no file is made", makes_file, &r, both);
	prevented("no file is removed", removes, &r, both);
	prevented("nor renamed", renames, &r, both);
	prevented("nor made another's", changes_mode, &r, filter);
	prevented("no program is started", executes, &r, both);
	prevented("no socket is made", connects, &r, filter);
	prevented("an open one is not used", sends, &r, filter);
	prevented("nobody is signalled", signals, &r, filter);
#if !defined(__SANITIZE_ADDRESS__)
	prevented("no process is started", forks, &r, filter);
	prevented("no memory becomes code", maps_code, &r, filter);
#endif
}

static void keeping(void)
{
	char seen[80];

	snprintf(seen, sizeof(seen), "%s/in", folder);
	const char *reads[] = { seen }, *writes[] = { store };
	const struct sandbox_rules r = { .reads = reads, .n_reads = 1, .writes = writes, .n_writes = 1 }, c = { .reads = reads, .n_reads = 1, .connected = true };

	touch(store);
	ok(did(writes_store, &r), "a store is written to");
	prevented("an input is not, even so", writes_input, &r, there.landlock);
	prevented("no socket is made, even so", connects, &r, there.seccomp);
	ok(did(sends, &c), "a connection that is open goes on");
	prevented("a new one is not made", connects, &c, there.seccomp);
	unlink(store);
}

static void fetching(void)
{
	char seen[80];
	socklen_t n = sizeof(listener);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	snprintf(seen, sizeof(seen), "%s/in", folder);
	const char *reads[] = { seen };
	const struct sandbox_rules r = { .reads = reads, .n_reads = 1, .connects = true };
	bool both = there.landlock || there.seccomp;

	listener = (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	if (bind(fd, (struct sockaddr *)&listener, sizeof(listener)) || listen(fd, 8) || getsockname(fd, (struct sockaddr *)&listener, &n))
		exit(1);
	ok(did(listens, NULL) && did(local_socket, NULL) && did(raw_socket, NULL), "without the sandbox all that is possible, too");
	ok(did(reaches, &r), "what fetches connects");
	ok(did(resolves, &r), "and finds names");
	prevented("but not to sockets of this machine", local_socket, &r, there.seccomp);
	prevented("nor of other kinds", raw_socket, &r, there.seccomp);
	prevented("nor does it listen", listens, &r, there.seccomp);
	prevented("nor write to an input", writes_input, &r, both);
	prevented("nor make a file", makes_file, &r, both);
	prevented("nor start a program", executes, &r, both);
	close(fd);
}

static int door;			/* a socket that listens, at which somebody waits */

static bool accepts(void)
{
	int fd = accept(door, NULL, NULL);

	return fd >= 0 && close(fd) == 0;
}

static void serving(void)
{
	char seen[80];
	socklen_t n = sizeof(listener);
	int client = socket(AF_INET, SOCK_STREAM, 0);

	snprintf(seen, sizeof(seen), "%s/in", folder);
	const char *reads[] = { seen };
	const struct sandbox_rules r = { .reads = reads, .n_reads = 1, .serves = true }, reader = { .reads = reads, .n_reads = 1 },
				   database = { .reads = reads, .n_reads = 1, .serves = true, .connects = true, .local = true };
	bool both = there.landlock || there.seccomp;

	door = socket(AF_INET, SOCK_STREAM, 0);
	listener = (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	if (bind(door, (struct sockaddr *)&listener, sizeof(listener)) || listen(door, 8) || getsockname(door, (struct sockaddr *)&listener, &n) ||
	    connect(client, (struct sockaddr *)&listener, sizeof(listener)))
		exit(1);
	prevented("who only reads accepts nobody", accepts, &reader, there.seccomp);
	ok(did(accepts, &r), "what serves accepts");
	prevented("but connects nowhere", connects, &r, there.seccomp);
	prevented("nor listens elsewhere", listens, &r, there.seccomp);
	prevented("nor writes to an input", writes_input, &r, both);
	prevented("nor starts a program", executes, &r, both);
	prevented("nor signals anybody", signals, &r, there.seccomp);
	ok(did(local_socket, &database), "what serves from a database's server reaches it by a socket of this machine");
	close(client);
	close(door);
}

int main(void)
{
	int pair[2];
	char path[80];

	there = sandbox_offered();
	if (!mkdtemp(folder) || socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
		return 1;
	open_socket = pair[0];
	snprintf(path, sizeof(path), "%s/in", folder);
	mkdir(path, 0700);
	snprintf(inside, sizeof(inside), "%s/in/a", folder);
	snprintf(outside, sizeof(outside), "%s/b", folder);
	snprintf(store, sizeof(store), "%s/store", folder);
	touch(inside);
	touch(outside);
	open_file = open(outside, O_WRONLY);
	printf("# %s\n", sandbox_words(there));
	ok(did(reads_other, NULL) && did(writes_input, NULL) && did(makes_file, NULL) && did(connects, NULL) && did(sends, NULL) && did(executes, NULL) &&
	   did(changes_mode, NULL) && did(signals, NULL) && did(forks, NULL) && did(maps_code, NULL), "without the sandbox all is possible");
	unlink(store);
	reading();
	keeping();
	fetching();
	serving();
	unlink(inside);
	unlink(outside);
	rmdir(path);
	rmdir(folder);
	return done();
}
