#!/usr/bin/python3
"""Adds inflected forms to the dictionary of a model file that is there; weights and all other sections stay as they are, byte for byte.

usage: forms.py MODEL_FILE FORMS.tsv    lines of a lemma, a tab and its forms with blanks between; what the dictionary has for a form is replaced
"""
import sys
from export import Writer
from lexicon import irregular
from model_file import ModelFile

MADE = {"forms.at", "forms.pool", "forms.slots", "form_lemmas.at", "form_lemmas.pool"}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    model, w = ModelFile(sys.argv[1]), Writer()
    forms = dict(zip(model.strings("forms"), model.strings("form_lemmas")))
    forms.update({f"{form}\t{upos}": lemma for (form, upos), lemma in irregular(sys.argv[2]).items()})
    for name, (rows, cols, offset, length) in model.at.items():
        if name == "forms.at":
            items = sorted(forms.items())
            w.lookup("forms", [k for k, _ in items])
            w.strings("form_lemmas", [v for _, v in items])
        elif name not in MADE:
            w.add(name, model.data[offset:offset + length], rows, cols)
    w.write(sys.argv[1])


if __name__ == "__main__":
    main()
