"""Makes training groups from questions with passages.

A group is what is read together: a question with the passage that answers, a human-written twin that it does not
answer, and passages that only look like answers. Written as tokens, so that training does nothing else.
"""
import argparse
import collections
import json
import pickle
import random
import re
import zlib

from bm25 import Bm25
from news import News
from wordpiece import WordPiece, vocabulary

# Seen this often in an epoch. Human-written unanswerable questions are few and teach most; reviews and posts are
# many and unlike articles.
SHARE = {
    "squad-train-44-articles": 0.5, "squad-routerlens": 0.3, "squad-flan": 0.3, "squad2-five-articles": 2,
    "unansq-dev": 1, "unansq-train": 1, "tydi-en": 0.8, "nq-swap": 0.2, "clapnq-train-answers": 1.5, "selqa": 0.6,
    "fairytaleqa-train": 0.3, "squadshifts-reddit": 0.05, "squadshifts-amazon": 0.05,
}
PEOPLE_SAY_NO = {"squad2-five-articles", "unansq-dev", "unansq-train"}
WHOLE_SENTENCES = {"selqa", "clapnq-train-answers"}
SEP = 102
CONTEXT_PIECES = 64
FUNCTION_WORDS = frozenset(
    "a an the is are was were be been being do does did has have had of in on at to for from by with and or "
    "that this it its there as".split()
)
SENTENCE = re.compile(r"(?<=[.!?][\"”')\s])\s*(?=[\"“'(A-Z0-9])|\n+")


def same_length(text):
    """Writes the marks of tokenised sources as everybody does, keeping every offset."""
    return text.replace("``", '" ').replace("''", '" ')


def joined(question):
    question = re.sub(r"\s+n't\b", "n't", same_length(question))
    return re.sub(r"\s+", " ", question).strip()


def read(folder, name):
    with open(f"{folder}/{name}.jsonl", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            row["source"] = name
            row["question"] = joined(row["question"])
            row["passage"] = same_length(row["passage"])
            yield row


def as_typed(question, answerable, random):
    """Not everybody asks in a whole sentence: without the mark, in key words, with a slip of the finger.

    Key words alone only where there is an answer: what makes a question unanswerable may be a word that goes.
    """
    draw = random.random()
    if draw < 0.15:
        return question.rstrip("?").rstrip()
    if draw < 0.20 and answerable:
        return key_words(question)
    return misspelt(question, random) if 0.20 <= draw < 0.24 else question


def key_words(question):
    words = question.rstrip("?").split()
    kept = [word for word in words if word.lower() not in FUNCTION_WORDS]
    return " ".join(kept if len(kept) > 1 else words)


def misspelt(question, random):
    """One letter of one longer word is lost, doubled, or changes places with the next."""
    words = question.split(" ")
    long = [n for n, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return question
    at = random.choice(long)
    word, place = words[at], random.randint(1, len(words[at]) - 2)
    words[at] = word[:place] + random.choice(
        [word[place + 1 :], word[place] * 2 + word[place + 1 :], word[place + 1] + word[place] + word[place + 2 :]]
    )
    return " ".join(words)


def sentences(text):
    cuts = [0] + [m.end() for m in SENTENCE.finditer(text)] + [len(text)]
    return [(a, b) for a, b in zip(cuts, cuts[1:]) if text[a:b].strip()]


def holds(passage, answers):
    low = passage.lower()
    return any(a["text"].lower().strip() in low for a in answers)


def without_answer(row):
    """The passage less every sentence that holds an answer; nothing when too little is left."""
    text, answers = row["passage"], row["answers"]
    kept = []
    for a, b in sentences(text):
        touched = any(x["start"] < b and x["start"] + len(x["text"]) > a for x in answers)
        if not touched and not holds(text[a:b], answers):
            kept.append(text[a:b].strip())
    left = " ".join(kept)
    return left if len(left) >= 80 else None


class Rivals:
    """Passages of the same article (of the same file where no article is known) that share the question's words."""

    def __init__(self, rows):
        self.texts = collections.defaultdict(dict)
        for row in rows:
            self.texts[self.place(row)].setdefault(row["passage"], None)
        self.texts = {place: list(texts) for place, texts in self.texts.items()}
        self.search = {}

    @staticmethod
    def place(row):
        return row["group"] or row["source"]

    def of(self, row, count):
        place = self.place(row)
        if place not in self.search:
            self.search[place] = Bm25(self.texts[place])
        texts = [self.texts[place][at] for at in self.search[place].best(row["question"], count + 8)]
        fine = [t for t in texts if t != row["passage"] and not holds(t, row["answers"])]
        return fine[:count]


def before_passage(wordpiece, question, context):
    """The question and, after a [SEP] of its own, what tells what the passage is about."""
    asked = wordpiece.encode(question)[0][:48]
    return asked + [SEP] + wordpiece.encode(context)[0][:CONTEXT_PIECES] if context else asked


def title_of(row):
    """The title of an encyclopedia article, where the source tells it."""
    kind, _, title = (row["group"] or "").partition(":")
    return title.replace("_", " ") + "." if kind == "squad" else ""


class Tokens:
    def __init__(self, wordpiece, longest):
        self.wordpiece, self.longest = wordpiece, longest
        self.passages = {}

    def passage(self, text):
        if text not in self.passages:
            self.passages[text] = self.wordpiece.encode(text)
        return self.passages[text]

    def pair(self, question, passage, answers, whole, random, context=""):
        """(ids before the passage, passage ids, spans): spans are (first, last) piece, counted in the passage."""
        asked = before_passage(self.wordpiece, question, context)
        ids, places = self.passage(passage)
        spans = []
        for answer in answers:
            end = answer["start"] + len(answer["text"])
            inside = [n for n, (a, b) in enumerate(places) if a < end and b > answer["start"]]
            if inside:
                spans.append((inside[0], inside[-1]))
        room = self.longest - len(asked) - 3
        cut = self.cut(len(ids), room, spans, random)
        spans = sorted({(a - cut, min(b - cut, room - 1)) for a, b in spans if cut <= a < cut + room})
        return asked, ids[cut : cut + room], spans, whole

    @staticmethod
    def cut(length, room, spans, random):
        """Where a passage that is too long begins: anywhere that keeps the first answer."""
        if length <= room:
            return 0
        low = max(0, spans[0][1] - room + 1) if spans else 0
        high = min(length - room, spans[0][0]) if spans else length - room
        return random.randint(min(low, high), max(low, high))


class Groups:
    def __init__(self, rows, tokens, random, mined):
        self.rivals, self.tokens, self.random, self.mined = Rivals(rows), tokens, random, mined

    def of(self, row):
        """One group: [(pairs of one question), …]; a pair without spans is one that does not answer."""
        question = as_typed(row["question"], row["answerable"], self.random)
        whole = row["source"] in WHOLE_SENTENCES
        passages = [(row["passage"], row["answers"])]
        if row["answerable"]:
            passages += [(text, []) for text in self.negatives(row)]
            if len(passages) > 1 and self.random.random() < 0.2:
                passages = passages[1:]
        context = title_of(row) if self.random.random() < 0.5 else ""
        return [self.tokens.pair(question, text, answers, whole, self.random, context) for text, answers in passages]

    def negatives(self, row):
        draw = self.random.random()
        if draw < 0.22 or row["id"] in self.mined and draw > 0.5:
            return self.hard(row, 1)
        if draw < 0.30:
            return self.hard(row, 3)
        if draw < 0.45:
            left = without_answer(row)
            return [left] if left else []
        return []

    def hard(self, row, count):
        """Mined by an earlier reader where there are such, else by BM25: not always the very best, which may answer."""
        texts = self.mined.get(row["id"]) or self.rivals.of(row, count + 2)
        return self.random.sample(texts, min(count, len(texts)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="folder with the .jsonl files")
    parser.add_argument("tokenizer", help="tokenizer.json of the base")
    parser.add_argument("out", help="file to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=int, default=256, help="pieces of a pair, at most")
    parser.add_argument("--no-more-often", type=float, default=1,
                        help="how much more often than usual sources with human-written unanswerable questions come")
    parser.add_argument("--share", type=float, default=1, help="the part of the usual share of every source that is taken")
    parser.add_argument("--news", nargs="*", default=[],
                        help="folders with articles and questions, as evaluate takes them, that weigh most")
    parser.add_argument("--news-share", type=float, default=1, help="the part of the articles that is taken")
    parser.add_argument("--mined", help="file of mine.py: harder negatives than BM25's")
    args = parser.parse_args()

    draw = random.Random(args.seed)
    mined = json.load(open(args.mined, encoding="utf-8")) if args.mined else {}
    rows = [row for name in SHARE for row in read(args.data, name)]
    groups = Groups(rows, Tokens(WordPiece(vocabulary(args.tokenizer)), args.longest), draw, mined)
    chosen = []
    for row in rows:
        share = args.share * SHARE[row["source"]] * (args.no_more_often if row["source"] in PEOPLE_SAY_NO else 1)
        chosen += [row] * (int(share) + (draw.random() < share - int(share)))
    made = [groups.of(row) for row in chosen]
    for folder in args.news:
        made += News(folder, groups.tokens, draw, args.news_share).groups()
    draw.shuffle(made)
    with open(args.out, "wb") as file:
        file.write(zlib.compress(pickle.dumps(made), 1))
    pairs = [pair for group in made for pair in group]
    lengths = sorted(len(q) + len(p) + 3 for q, p, _, _ in pairs)
    print(f"{len(made)} groups, {len(pairs)} pairs, {sum(1 for p in pairs if p[2])} of them answer; "
          f"mean length {sum(lengths) / len(lengths):.0f}, median {lengths[len(lengths) // 2]}")


if __name__ == "__main__":
    main()
