/* options_help.c - what the table of options says: help, the manual page, completion for shells. */
#include "cli/options_table.h"

#include <string.h>

static const char epilogue[] =
	"FILE may be a folder; - and no FILE mean standard input. Plain text (the first line is the headline),\n"
	"HTML pages, JSON Lines {id,date,title,text,url,lang,source}, feeds, agencies' messages (NewsML, ninjs, NITF), tables (CSV), mail,\n"
	"digitised papers and parliaments (ALTO, FoLiA, TEI, Delpher), and archives of all of these (WARC, ZIP, gzip, zstd) are told\n"
	"apart by themselves; so is an address (https://…), which is fetched.\n";

static const char exits[] = "Exit status: 0 done, 1 a question found nothing, 2 wrong usage, 3 some inputs could not be read (the rest is done), 4 other failure.\n";

static void help_option(FILE *f, const struct option_row *o)
{
	char left[64];
	bool optional = o->argument && o->argument[0] == '[';

	snprintf(left, sizeof(left), "%c%c%s--%s%s%s", o->letter ? '-' : ' ', o->letter ? o->letter : ' ', o->letter ? ", " : "  ", o->name,
		 optional ? "[=" : o->argument ? " " : "", optional ? o->argument + 1 : o->argument ? o->argument : "");
	fprintf(f, "  %-22s %s\n", left, o->help);
	if (o->choices)
		fprintf(f, "  %-22s (%s)\n", "", o->choices);
}

void options_help(FILE *f, const struct command *c)
{
	if (c) {
		fprintf(f, "usage: coulisse %s [options] %s\n\n%s\n\n", c->name, c->arguments, c->summary);
		for (size_t i = 0; i < n_options; i++)
			if (options[i].commands & c->bit)
				help_option(f, &options[i]);
		fprintf(f, "\n%s%s", c->bit & (MERGE | EXPLAIN | WHO | EVAL | ASK | EXPORT | WATCH | SERVE | WORKER | FORGET) ? "" : epilogue, exits);
		return;
	}
	fprintf(f, "usage: coulisse COMMAND [options] …\n\nReads news and writes the record of international affairs: who did what to whom, when, "
		   "where,\nhow certain, according to whom, and in which sentence it stands.\n\n");
	for (const struct command *k = commands; k->name; k++)
		fprintf(f, "  %-9s %s\n", k->name, k->summary);
	fprintf(f, "\n  coulisse COMMAND --help   options of a command\n  coulisse --version\n"
		   "  coulisse --man            manual page (roff)\n  coulisse --completion bash|zsh|fish\n\n%s%s", epilogue, exits);
}

/* Text with what roff would read as an order made harmless. */
static void roff(FILE *f, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (*p == '-' || *p == '\\')
			fputc('\\', f);
		fputc(*p, f);
	}
}

void options_man(FILE *f)
{
	fprintf(f, ".TH COULISSE 1 \"\" \"coulisse %s\"\n.SH NAME\ncoulisse \\- read news, keep the record of international affairs\n"
		   ".SH SYNOPSIS\n", cou_version());
	for (const struct command *c = commands; c->name; c++)
		fprintf(f, ".B coulisse %s\n[\\fIoptions\\fR] \\fI%s\\fR\n.br\n", c->name, c->arguments);
	fputs(".SH COMMANDS\n", f);
	for (const struct command *c = commands; c->name; c++)
		fprintf(f, ".TP\n.B %s\n%s\n", c->name, c->summary);
	fputs(".SH OPTIONS\n", f);
	for (size_t i = 0; i < n_options; i++) {
		const struct option_row *o = &options[i];

		fputs(".TP\n.B ", f);
		if (o->letter)
			fprintf(f, "\\-%c, ", o->letter);
		if (o->argument && o->argument[0] == '[')
			fprintf(f, "\\-\\-%s[=%s\n", o->name, o->argument + 1);
		else
			fprintf(f, "\\-\\-%s%s%s\n", o->name, o->argument ? " " : "", o->argument ? o->argument : "");
		roff(f, o->help);
		if (o->choices)
			fprintf(f, " (%s)", o->choices);
		fputs(" [", f);
		for (const struct command *c = commands, *first = NULL; c->name; c++) {
			if (!(o->commands & c->bit))
				continue;
			fprintf(f, "%s%s", first ? ", " : "", c->name);
			first = c;
		}
		fputs("]\n", f);
	}
	fputs(".SH INPUT\n", f);
	roff(f, epilogue);
	fputs(".SH EXIT STATUS\n", f);
	roff(f, exits);
	fputs(".SH ENVIRONMENT\n.TP\n.B COULISSE_HOME\nfolder with lang/ and data/\n.TP\n.B COULISSE_DB\nthe store, where \\-d is not given\n.TP\n.B COULISSE_TOKEN\nthe token of serve, where \\-\\-token\\-file is not given\n.TP\n.B NO_COLOR\nno colours in tables\n", f);
}

static void complete_bash(FILE *f)
{
	fputs("_coulisse() {\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} cmd=${COMP_WORDS[1]}\n"
	      "\tif [ \"$COMP_CWORD\" = 1 ]; then COMPREPLY=($(compgen -W '", f);
	for (const struct command *c = commands; c->name; c++)
		fprintf(f, "%s ", c->name);
	fputs("--help --version' -- \"$cur\")); return; fi\n\tcase $prev in\n", f);
	for (size_t i = 0; i < n_options; i++) {
		const struct option_row *o = &options[i];
		bool again = i && options[i - 1].id == o->id;

		if (o->choices && !again)
			fprintf(f, "\t--%s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", o->name, o->choices);
	}
	fputs("\tesac\n\tcase $cmd in\n", f);
	for (const struct command *c = commands; c->name; c++) {
		fprintf(f, "\t%s) [[ $cur == -* ]] && COMPREPLY=($(compgen -W '", c->name);
		for (size_t i = 0; i < n_options; i++)
			if (options[i].commands & c->bit)
				fprintf(f, "--%s ", options[i].name);
		fputs("' -- \"$cur\")) ;;\n", f);
	}
	fputs("\tesac\n}\ncomplete -o default -F _coulisse coulisse\n", f);
}

static void complete_zsh(FILE *f)
{
	fputs("#compdef coulisse\n_coulisse() {\n\tif (( CURRENT == 2 )); then\n\t\tlocal -a c=(", f);
	for (const struct command *c = commands; c->name; c++)
		fprintf(f, "'%s:%s' ", c->name, c->summary);
	fputs(")\n\t\t_describe command c\n\t\treturn\n\tfi\n\tcase $words[2] in\n", f);
	for (const struct command *c = commands; c->name; c++) {
		fprintf(f, "\t%s) _arguments", c->name);
		for (size_t i = 0; i < n_options; i++) {
			const struct option_row *o = &options[i];

			if (!(o->commands & c->bit))
				continue;
			fprintf(f, " '--%s[%s]", o->name, o->help);
			if (o->argument && o->choices)
				fprintf(f, ":%s:(%s)", o->argument, o->choices);
			else if (o->argument)
				fprintf(f, ":%s:_files", o->argument);
			fputc('\'', f);
		}
		fputs(" '*:file:_files' ;;\n", f);
	}
	fputs("\tesac\n}\n_coulisse \"$@\"\n", f);
}

static void complete_fish(FILE *f)
{
	for (const struct command *c = commands; c->name; c++) {
		fprintf(f, "complete -c coulisse -n __fish_use_subcommand -f -a %s -d '%s'\n", c->name, c->summary);
		for (size_t i = 0; i < n_options; i++) {
			const struct option_row *o = &options[i];

			if (!(o->commands & c->bit))
				continue;
			fprintf(f, "complete -c coulisse -n '__fish_seen_subcommand_from %s' -l %s -d '%s'", c->name, o->name, o->help);
			if (o->letter)
				fprintf(f, " -s %c", o->letter);
			if (o->choices)
				fprintf(f, " -x -a '%s'", o->choices);
			else if (o->argument)
				fputs(" -r", f);
			fputc('\n', f);
		}
	}
}

int options_completion(FILE *f, const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		complete_bash(f);
	else if (strcmp(shell, "zsh") == 0)
		complete_zsh(f);
	else if (strcmp(shell, "fish") == 0)
		complete_fish(f);
	else
		return options_refuse(shell, "completions are there for bash, zsh and fish");
	return 0;
}
