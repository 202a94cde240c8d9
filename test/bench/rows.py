#!/usr/bin/env python3
"""coulisse parse FILE | rows.py: how many sentences each step of the recurrent layers serves, one document at a time and short ones together.

Follows the rules of src/analyse/network.c (groups) and src/coulisse.c (what is taken together; the bytes of a document are those of its sentences).  A product of few
rows reads as many weights as one of many: with 1.5 rows a step the analysis takes 1.25 times as long as with 19, with 13 it is no slower.
"""
import re
import sys

GROUP, UNIT, TOGETHER, ALONE, DOCUMENTS = 768, 384, 5000, 2000, 32


def documents(lines):
    lengths, size, n = [], 0, 0
    for line in lines:
        if line.rstrip() == "# sent_id = 1" and lengths:
            yield lengths, size
            lengths, size = [], 0
        elif line.startswith("# text = "):
            size += len(line.encode()) - 10
        elif re.match(r"\d+\t", line):
            n += 1
        elif not line.strip() and n:
            lengths += [UNIT] * (n // UNIT) + ([n % UNIT] if n % UNIT else [])
            n = 0
    if lengths:
        yield lengths, size


def steps(lengths):
    """Tokens, and steps of one direction of one layer."""
    lengths = sorted(lengths, reverse=True)
    groups = (sum(lengths) + GROUP // 2) // GROUP
    even = -(-sum(lengths) // groups) if groups else GROUP
    total = i = 0
    while i < len(lengths):
        total += lengths[i]
        n = 0
        while i < len(lengths) and n < even:
            n += lengths[i]
            i += 1
    return total


def main():
    tokens = alone = together = n = 0
    held, size, last, count = [], 0, 0, 0
    for lengths, length in documents(sys.stdin):
        n += 1
        tokens += sum(lengths)
        alone += steps(lengths)
        held += lengths
        size, last, count = size + length, length, count + 1
        if size >= TOGETHER or last >= ALONE or count == DOCUMENTS:
            together += steps(held)
            held, size, count = [], 0, 0
    together += steps(held)
    print(f"{n} documents, {tokens / n:.0f} words each; rows of a step: {tokens / alone:.1f} one by one, {tokens / together:.1f} together")


main()
