/* threads.h - <pthread.h>, to be included before all else: what it brings along has a struct timex of its own under _GNU_SOURCE. */
#ifndef SERVE_THREADS_H
#define SERVE_THREADS_H

#undef _GNU_SOURCE
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>

#endif
