/* main.c - coulisse COMMAND …: finds the command, reads its options, runs it. */
#include <string.h>

#include "base/error.h"
#include "base/sandbox.h"
#include "cli/options.h"

static int about(int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : "";

	if (strcmp(word, "--version") == 0) {
		printf("coulisse %s\n", cou_version());
		if (argc > 2 && (strcmp(argv[2], "-v") == 0 || strcmp(argv[2], "--verbose") == 0))
			printf("sandbox: %s\n", sandbox_words(sandbox_offered()));
		return EXIT_DONE;
	}
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0) {
		options_help(stdout, NULL);
		return EXIT_DONE;
	}
	if (strcmp(word, "--man") == 0) {
		options_man(stdout);
		return EXIT_DONE;
	}
	if (strcmp(word, "--completion") == 0 && argc > 2)
		return options_completion(stdout, argv[2]);
	if (*word)
		diagnose(word, "no such command (see coulisse --help)");
	else
		options_help(stderr, NULL);
	return EXIT_USAGE;
}

int main(int argc, char **argv)
{
	for (const struct command *c = commands; c->name; c++) {
		struct settings s;
		int rc;

		if (argc < 2 || strcmp(argv[1], c->name) != 0)
			continue;
		rc = options_parse(c, argc, argv, &s);
		if (rc)
			return rc < 0 ? EXIT_DONE : rc;
		return c->run(&s);
	}
	return about(argc, argv);
}
