"""Measures a reader on question sets where the right passage is given: does it know whether it answers, and where?"""
import argparse
import json
import re

import numpy
import torch

from wordpiece import WordPiece, vocabulary

SENTENCE = re.compile(r"(?<=[.!?][\"”')\s])\s*(?=[\"“'(A-Z0-9])|\n+")
SETS = {"squad2-dev4": 1494, "clapnq-dev-even": 299, "xquad-en": 400}


def auroc(scores, labels):
    """The share of (answered, not answered) pairs in the right order; ties count half."""
    scores, labels = numpy.array(scores), numpy.array(labels)
    yes, no = scores[labels], scores[~labels]
    if not len(yes) or not len(no):
        return None
    above = (yes[:, None] > no[None, :]).sum() + 0.5 * (yes[:, None] == no[None, :]).sum()
    return round(float(above) / (len(yes) * len(no)), 4)


def false_at_kept(scores, labels, kept):
    """Of the questions without an answer, the share above the score that keeps so many of those with one."""
    scores, labels = numpy.array(scores), numpy.array(labels)
    bar = numpy.quantile(scores[labels], 1 - kept)
    return round(float((scores[~labels] >= bar).mean()), 4)


def sentence_cuts(text):
    cuts = [0] + [m.end() for m in SENTENCE.finditer(text)] + [len(text)]
    return [(a, b) for a, b in zip(cuts, cuts[1:]) if text[a:b].strip()]


class Measures:
    def __init__(self, folder, tokenizer, sets=None):
        self.wordpiece = WordPiece(vocabulary(tokenizer))
        self.sets = {name: list(self.pairs(f"{folder}/{name}", most)) for name, most in (sets or SETS).items()}

    def pairs(self, folder, most):
        with open(f"{folder}/articles.jsonl", encoding="utf-8") as file:
            paragraphs = {a["article_id"]: a["paragraphs"] for a in map(json.loads, file)}
        with open(f"{folder}/questions.jsonl", encoding="utf-8") as file:
            questions = [json.loads(line) for line in file]
        for row in questions[:: max(1, len(questions) // most)]:
            text = paragraphs[row["article_id"]][row["gold_paragraph"]]
            ids, places = self.wordpiece.encode(text)
            asked = self.wordpiece.encode(row["question"])[0][:48]
            room = 384 - len(asked) - 3
            yield asked, ids[:room], places[:room], text, row

    def of(self, reader):
        from train import tensors

        reader.eval()
        found = {}
        for name, pairs in self.sets.items():
            answers, margins, right = [None] * len(pairs), [None] * len(pairs), []
            order = sorted(range(len(pairs)), key=lambda n: len(pairs[n][1]))
            for at in range(0, len(order), 32):
                part = order[at : at + 32]
                with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                    start, end, answer = reader(*tensors([(*pairs[n][:2], [], False) for n in part]))
                for k, n in enumerate(part):
                    answers[n] = float(answer[k])
                    margins[n] = self.margin(start[k], end[k])
                    if pairs[n][4]["answerable"]:
                        right.append(self.sentence_right(start[k], end[k], *pairs[n]))
            labels = [bool(pair[4]["answerable"]) for pair in pairs]
            found[name] = {"sentence": round(sum(right) / max(1, len(right)), 4)}
            if not all(labels):
                both = [a + m for a, m in zip(answers, margins)]
                for kind, scores in (("answers", answers), ("margin", margins), ("both", both)):
                    found[name][kind] = auroc(scores, labels), false_at_kept(scores, labels, 0.8)
        reader.train()
        return found

    @staticmethod
    def margin(start, end):
        """The best span's score over that of no answer."""
        starts, ends = start[1:], end[1:]
        best = max(float((starts[: len(starts) - gap] + ends[gap:]).max()) for gap in range(min(20, len(starts))))
        return best - float(start[0] + end[0])

    def sentence_right(self, start, end, asked, ids, places, text, row):
        shift = len(asked) + 2
        mass = start[shift : shift + len(ids)].softmax(0) + end[shift : shift + len(ids)].softmax(0)
        best, top = None, -1.0
        for a, b in sentence_cuts(text):
            inside = [n for n, (x, y) in enumerate(places) if x < b and y > a]
            score = float(mass[inside].sum()) if inside else 0.0
            if score > top:
                best, top = (a, b), score
        chosen = text[best[0] : best[1]]
        for answer in row["answers"]:
            begin = answer.get("start")
            begin = text.find(answer["text"]) if begin is None else begin
            if answer["text"] in chosen or begin < best[1] and begin + len(answer["text"]) > best[0]:
                return True
        return False


class WholeArticles:
    """Reads every paragraph of a question's article, with and without those that answer, and the question alone."""

    def __init__(self, folder, tokenizer, every=1, context=True):
        from news import Article

        self.wordpiece, self.context = WordPiece(vocabulary(tokenizer)), context
        with open(f"{folder}/articles.jsonl", encoding="utf-8") as file:
            rows = [row for row in map(json.loads, file) if row.get("language", "en") == "en"]
        self.articles = {row["article_id"]: Article(row) for row in rows}
        with open(f"{folder}/questions.jsonl", encoding="utf-8") as file:
            questions = [row for row in map(json.loads, file) if row["article_id"] in self.articles]
        self.questions = questions[::every]

    def pairs(self, row):
        from prepare import before_passage

        article = self.articles[row["article_id"]]
        for at, text in enumerate(article.paragraphs):
            asked = before_passage(self.wordpiece, row["question"], article.context(at) if self.context else "")
            yield asked, self.wordpiece.encode(text)[0][: 384 - 3 - len(asked)], [], False

    def of(self, reader):
        reader.eval()
        right, known, gone, written, alone, kinds = [], [], [], [], [], []
        for row in self.questions:
            scores = self.scores(reader, list(self.pairs(row)))
            gold = {answer["paragraph_index"] for answer in row["answers"]}
            alone += self.scores(reader, [(self.wordpiece.encode(row["question"])[0][:48], [], [], False)])
            kinds.append(bool(gold))
            if not gold:
                written.append(max(scores))
                continue
            right.append(int(numpy.argmax(scores)) in gold)
            known.append(max(scores))
            gone.append(max(score for at, score in enumerate(scores) if at not in gold))
        reader.train()
        labels = [True] * len(known) + [False] * len(gone)
        return {
            "first": round(sum(right) / len(right), 4),
            "gap": (auroc(known + gone, labels), false_at_kept(known + gone, labels, 0.8)),
            "written": auroc(known + written, [True] * len(known) + [False] * len(written)),
            "alone": auroc(alone, kinds),
        }

    @staticmethod
    def scores(reader, pairs):
        from train import tensors

        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            start, end, answers = reader(*tensors(pairs))
        margins = [0.0] * len(pairs)
        for n, (asked, passage, _, _) in enumerate(pairs):
            if passage:
                margins[n] = Measures.margin(start[n], end[n])
        return [float(answer) + 0.2 * margin for answer, margin in zip(answers, margins)]


def main():
    from model import from_checkpoint

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("eval", help="folder with question sets")
    parser.add_argument("tokenizer")
    parser.add_argument("--articles", action="store_true", help="eval is one set, whose whole articles are read")
    parser.add_argument("--bare", action="store_true", help="without title and sentence before")
    parser.add_argument("--every", type=int, default=1, help="only every so manieth question")
    args = parser.parse_args()
    torch.set_num_threads(2)
    reader = from_checkpoint(args.checkpoint)
    if args.articles:
        print(json.dumps(WholeArticles(args.eval, args.tokenizer, args.every, not args.bare).of(reader)))
        return
    for name, values in Measures(args.eval, args.tokenizer).of(reader).items():
        print(name, json.dumps(values))


if __name__ == "__main__":
    main()
