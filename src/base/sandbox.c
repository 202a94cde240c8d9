/* sandbox.c - Landlock by its system calls (linux/Documentation/userspace-api/landlock.rst), seccomp by libseccomp.
 *
 * The list of system calls names what stays: files, memory, threads, time.  Whatever else is called is answered as by a kernel that does not have the call
 * (ENOSYS), because a C library newer than this list then goes on with the older call; what does harm is refused by name (EPERM).  Arguments are looked at
 * where one call does two things: openat for writing, clone of a process, memory to be executed.
 */
#include "base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED 1
#endif
#ifndef SANITIZED
#define SANITIZED 0			/* its search for leaks forks, traces and reads /proc */
#endif

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

/* ---- Landlock --------------------------------------------------------------------------- */

/* Of linux/landlock.h, whose older versions lack the later ones. */
enum {
	FS_EXECUTE = 1 << 0, FS_WRITE_FILE = 1 << 1, FS_READ_FILE = 1 << 2, FS_READ_DIR = 1 << 3, FS_REMOVE_FILE = 1 << 5,
	FS_ALL_1 = (1 << 13) - 1, FS_REFER = 1 << 13, FS_TRUNCATE = 1 << 14, FS_IOCTL_DEV = 1 << 15,
	NET_TCP = 3,			/* bind, connect */
	SCOPE_ALL = 3,			/* abstract sockets, signals */
	RULE_PATH_BENEATH = 1, CREATE_VERSION = 1
};

struct ruleset_attr {
	uint64_t fs, net, scoped;
};

struct __attribute__((packed)) path_beneath {
	uint64_t allowed;
	int32_t parent;
};

#if !defined(__NR_landlock_create_ruleset)
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_add_rule 445
#define __NR_landlock_restrict_self 446
#endif

static int landlock_version(void)
{
	long v = syscall(__NR_landlock_create_ruleset, NULL, (size_t)0, CREATE_VERSION);

	return v > 0 ? (int)v : 0;
}

static void allow_path(int ruleset, const char *path, uint64_t rights, uint64_t handled)
{
	const uint64_t of_files = FS_EXECUTE | FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE | FS_IOCTL_DEV;
	struct path_beneath rule = { .allowed = rights & handled, .parent = open(path, O_PATH | O_CLOEXEC) };
	struct stat st;

	if (rule.parent < 0)
		return;
	if (!fstat(rule.parent, &st) && !S_ISDIR(st.st_mode))
		rule.allowed &= of_files;
	syscall(__NR_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0);
	close(rule.parent);
}

/* Where names, name servers and certificates are looked up. */
static const char *const of_networks[] = { "/etc", "/run/systemd/resolve", "/usr/lib/ssl", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates", "/dev/urandom" };

/* Files of those that may be links out of these folders: /etc/resolv.conf to /run/NetworkManager/resolv.conf, or /mnt/wsl/resolv.conf.  What they lead to is replaced
 * while we run, so that it is the folder which counts. */
static const char *const perhaps_links[] = { "/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf", "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem" };

static void allow_target(int ruleset, const char *link, uint64_t rights, uint64_t handled)
{
	char *target = realpath(link, NULL), *slash = target ? strrchr(target, '/') : NULL;

	if (slash && slash > target)	/* never the root */
		*slash = 0;
	if (slash)
		allow_path(ruleset, target, rights, handled);
	free(target);
}

static int enter_landlock(const struct sandbox_rules *r)
{
	int version = landlock_version();
	struct ruleset_attr attr = {
		.fs = FS_ALL_1 | (version >= 2 ? FS_REFER : 0) | (version >= 3 ? FS_TRUNCATE : 0) | (version >= 5 ? FS_IOCTL_DEV : 0),
		.net = version >= 4 && !r->connects ? NET_TCP : 0, .scoped = version >= 6 ? SCOPE_ALL : 0
	};

	if (!version)
		return 0;
	int ruleset = (int)syscall(__NR_landlock_create_ruleset, &attr, sizeof(attr), 0);

	if (ruleset < 0)
		return 0;
	for (size_t i = 0; i < r->n_reads; i++)
		allow_path(ruleset, r->reads[i], FS_READ_FILE | FS_READ_DIR, attr.fs);
	for (size_t i = 0; i < r->n_writes; i++)
		allow_path(ruleset, r->writes[i], FS_READ_FILE | FS_WRITE_FILE | FS_TRUNCATE, attr.fs);
	for (size_t i = 0; r->connects && i < COUNT(of_networks); i++)
		allow_path(ruleset, of_networks[i], FS_READ_FILE | FS_READ_DIR, attr.fs);
	for (size_t i = 0; r->connects && i < COUNT(perhaps_links); i++)
		allow_target(ruleset, perhaps_links[i], FS_READ_FILE | FS_READ_DIR, attr.fs);
	if (r->tidies)
		allow_path(ruleset, r->tidies, FS_READ_DIR | FS_REMOVE_FILE, attr.fs);
	if (SANITIZED)
		allow_path(ruleset, "/proc", FS_READ_FILE | FS_READ_DIR, attr.fs);
	bool in_force = !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) && !syscall(__NR_landlock_restrict_self, ruleset, 0);

	close(ruleset);
	return in_force ? version : 0;
}

/* ---- seccomp ----------------------------------------------------------------------------- */

static const int always[] = {
	/* files that are open, and looking at those that are not */
	SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(_llseek),
	SCMP_SYS(fstat), SCMP_SYS(fstat64), SCMP_SYS(stat), SCMP_SYS(stat64), SCMP_SYS(lstat), SCMP_SYS(lstat64), SCMP_SYS(newfstatat), SCMP_SYS(fstatat64),
	SCMP_SYS(statx), SCMP_SYS(fstatfs), SCMP_SYS(fstatfs64), SCMP_SYS(statfs), SCMP_SYS(statfs64), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
	SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(fcntl), SCMP_SYS(fcntl64), SCMP_SYS(dup),
	SCMP_SYS(fadvise64), SCMP_SYS(fadvise64_64), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(ppoll_time64),
	/* memory */
	SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(mincore), SCMP_SYS(msync), SCMP_SYS(membarrier),
	/* threads of this process */
	SCMP_SYS(futex), SCMP_SYS(futex_time64), SCMP_SYS(futex_waitv), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list), SCMP_SYS(set_tid_address),
	SCMP_SYS(rseq), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(getcpu), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(arch_prctl),
	SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall),
	/* time, chance, and who we are */
	SCMP_SYS(clock_gettime), SCMP_SYS(clock_gettime64), SCMP_SYS(clock_getres), SCMP_SYS(clock_getres_time64), SCMP_SYS(clock_nanosleep),
	SCMP_SYS(clock_nanosleep_time64), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(getrusage), SCMP_SYS(getrandom),
	SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
	SCMP_SYS(getegid), SCMP_SYS(getuid32), SCMP_SYS(geteuid32), SCMP_SYS(getgid32), SCMP_SYS(getegid32), SCMP_SYS(getrlimit), SCMP_SYS(ugetrlimit)
};

/* A database in files, beside reading: written in place, made durable, tidied up. */
static const int writing[] = {
	SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(pwrite64), SCMP_SYS(pwritev), SCMP_SYS(ftruncate), SCMP_SYS(ftruncate64), SCMP_SYS(fallocate), SCMP_SYS(fsync),
	SCMP_SYS(fdatasync), SCMP_SYS(unlink), SCMP_SYS(unlinkat)
};

/* A connection that is open. */
static const int connected[] = {
	SCMP_SYS(sendto), SCMP_SYS(recvfrom), SCMP_SYS(sendmsg), SCMP_SYS(recvmsg), SCMP_SYS(getsockopt), SCMP_SYS(setsockopt), SCMP_SYS(getsockname),
	SCMP_SYS(getpeername), SCMP_SYS(shutdown), SCMP_SYS(select), SCMP_SYS(_newselect), SCMP_SYS(pselect6)
};

/* Connections to be made, by a thread that resolves names: to the net, not to the sockets of this machine, behind which others have more rights. */
static const int connecting[] = { SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind) };
static const int when_connecting[] = { SCMP_SYS(sendmmsg), SCMP_SYS(recvmmsg), SCMP_SYS(pipe), SCMP_SYS(pipe2) };
static const int waking[] = { SCMP_SYS(eventfd2) };
static const int families[] = { AF_INET, AF_INET6, AF_NETLINK };	/* the last tells which of the others this machine has */

/* Clients of a socket that listens already. */
static const int accepting[] = { SCMP_SYS(accept), SCMP_SYS(accept4) };
static const int when_accepting[] = { SCMP_SYS(epoll_create1), SCMP_SYS(epoll_ctl), SCMP_SYS(epoll_wait), SCMP_SYS(epoll_pwait) };

static const int harmful[] = {
	SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(listen), SCMP_SYS(kill), SCMP_SYS(creat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2),
	SCMP_SYS(link), SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(rmdir), SCMP_SYS(mknod),
	SCMP_SYS(mknodat), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(fchownat), SCMP_SYS(lchown),
	SCMP_SYS(truncate), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf), SCMP_SYS(perf_event_open),
	SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(memfd_create)
};

/* What the search for leaks at the end of a sanitized process does. */
static const int of_sanitizer[] = {
	SCMP_SYS(clone), SCMP_SYS(clone3), SCMP_SYS(ptrace), SCMP_SYS(wait4), SCMP_SYS(waitid), SCMP_SYS(prctl), SCMP_SYS(prlimit64), SCMP_SYS(mmap),
	SCMP_SYS(mprotect), SCMP_SYS(tgkill), SCMP_SYS(pipe), SCMP_SYS(pipe2)
};

static int allow(scmp_filter_ctx c, const int *calls, size_t n)
{
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++)
		rc = seccomp_rule_add(c, SCMP_ACT_ALLOW, calls[i], 0);
	return rc;
}

static int refuse(scmp_filter_ctx c, const int *calls, size_t n)
{
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++)
		rc = seccomp_rule_add(c, SCMP_ACT_ERRNO(EPERM), calls[i], 0);
	return rc;
}

/* Calls that are harmless with some arguments alone. */
static int allow_narrowly(scmp_filter_ctx c, bool writes)
{
	const uint64_t modify = O_ACCMODE | O_CREAT | O_TRUNC;
	int rc = 0;

	if (!writes) {
		rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, modify, O_RDONLY));
		rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, modify, O_RDONLY));
	}
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS, 0));
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TIOCGWINSZ, 0));
	if (SANITIZED)
		return rc | allow(c, of_sanitizer, COUNT(of_sanitizer));
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(mmap2), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0, 0));
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0));
	return rc;
}

static int allow_connecting(scmp_filter_ctx c, bool local)
{
	int rc = allow(c, connecting, COUNT(connecting)) | allow(c, when_connecting, COUNT(when_connecting));

	if (local)
		rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, AF_UNIX));
	for (size_t i = 0; i < COUNT(families); i++)
		rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)families[i]));
	rc |= seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, FIONBIO));
	return rc | seccomp_rule_add(c, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, FIONREAD));
}

static int refuse_connecting(scmp_filter_ctx c)
{
	return refuse(c, connecting, COUNT(connecting)) | seccomp_rule_add(c, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 0);
}

static int allow_accepting(scmp_filter_ctx c)
{
	return allow(c, accepting, COUNT(accepting)) | allow(c, when_accepting, COUNT(when_accepting));
}

static bool seccomp_there(void)
{
	return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0 && seccomp_api_get() > 0;
}

static bool enter_seccomp(const struct sandbox_rules *r)
{
	scmp_filter_ctx c = seccomp_there() ? seccomp_init(SCMP_ACT_ERRNO(ENOSYS)) : NULL;
	bool in_force;

	if (!c)
		return false;
	in_force = !allow(c, always, COUNT(always)) && !(r->n_writes && allow(c, writing, COUNT(writing))) &&
		   !((r->connected || r->connects || r->serves) && allow(c, connected, COUNT(connected))) &&
		   !((r->connects || r->serves) && allow(c, waking, COUNT(waking))) &&
		   !(r->connects ? allow_connecting(c, r->local) : refuse_connecting(c)) && !(r->serves ? allow_accepting(c) : refuse(c, accepting, COUNT(accepting))) &&
		   !refuse(c, harmful, COUNT(harmful)) && !allow_narrowly(c, r->n_writes) && !seccomp_load(c);
	seccomp_release(c);
	return in_force;
}

/* ---- both ---------------------------------------------------------------------------------- */

struct sandbox sandbox_offered(void)
{
	return (struct sandbox){ .landlock = landlock_version(), .seccomp = seccomp_there() };
}

struct sandbox sandbox_enter(const struct sandbox_rules *rules)
{
	int landlock = enter_landlock(rules);	/* its calls are none of those that stay */

	return (struct sandbox){ .landlock = landlock, .seccomp = enter_seccomp(rules) };
}

const char *sandbox_words(struct sandbox s)
{
	if (s.landlock && s.seccomp)
		return s.landlock >= 4 ? "Landlock (files, TCP) and seccomp (system calls)" : "Landlock (files) and seccomp (system calls)";
	return s.landlock ? "Landlock (files)" : s.seccomp ? "seccomp (system calls)" : "none: this kernel has neither Landlock nor seccomp";
}
