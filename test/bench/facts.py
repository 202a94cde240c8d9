#!/usr/bin/python3
"""facts.py STORE [--program build/coulisse]: facts written down beforehand (facts.tsv) against what a store answers; one line for each that fails, then the sum."""
import argparse
import os
import re
import shlex
import subprocess


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("store")
    p.add_argument("--program", default=os.path.join(here, "..", "..", "build", "coulisse"))
    a = p.parse_args()
    right = asked = 0
    for line in open(os.path.join(here, "facts.tsv"), encoding="utf8"):
        if line.startswith("#"):
            continue
        question, args, want, pattern = line.rstrip("\n").split("\t", 3)
        pattern = pattern.rstrip("\t")
        run = subprocess.run([a.program, question, "-d", a.store, "--tsv", *shlex.split(args)], capture_output=True, text=True)
        has = any(re.search(pattern, row) for row in run.stdout.split("\n"))
        asked += 1
        if has == (want == "has"):
            right += 1
        else:
            print("wrong:", question, args, want, pattern.replace("\t", " | "))
    print(f"{right} of {asked} facts right")


main()
