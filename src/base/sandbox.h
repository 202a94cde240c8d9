/* sandbox.h - a process that parses foreign bytes gives up, before the first of them, whatever it does not need for that.
 *
 * Two locks of Linux, each where the kernel has it: Landlock binds opening of files to paths, seccomp leaves a short list of system calls.  Afterwards no
 * program can be started, no connection made, no process signalled, no memory made executable, nothing read but the paths named, nothing written but the
 * files named and what is open already (standard output).  What has to connect says so and keeps that alone.  Neither lock can be opened again, by nobody.
 *
 * This is a wall behind the parsers, not instead of their care: bytes that take the process over can still write what they like to its output and read the
 * inputs and the home.
 */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

struct sandbox_rules {
	const char *const *reads;	/* [n_reads] files and folders, with all below, that may still be opened; those that are not there are passed over */
	size_t n_reads;
	const char *const *writes;	/* [n_writes] files that may be opened for writing, too */
	size_t n_writes;
	const char *tidies;		/* a folder in which files may be removed, or NULL */
	bool connected;			/* sockets that are open go on being used */
	bool serves;			/* connections are accepted on a socket that listens already; nothing else is listened on */
	bool local;			/* with connects: also to sockets of this machine (a database's) */
	bool connects;			/* connections are made, names resolved, certificates looked up: then /etc can be read, since what is there is replaced at times */
};

struct sandbox {			/* what is in force, or could be */
	int landlock;			/* version of its interface; 0: none */
	bool seccomp;
};

/* What this kernel has. */
struct sandbox sandbox_offered(void);

/* To be called before the first thread is started.  What the kernel does not have, or does not grant, is left out: never an error. */
struct sandbox sandbox_enter(const struct sandbox_rules *rules);

/* A few words for people. */
const char *sandbox_words(struct sandbox s);

#endif
