"""Makes training groups from questions about whole articles: each question with the paragraph that answers among
others of its article, and the same question without it.

How a question is worded must not tell whether it is answered. So most of the silence is learned from answerable
questions whose paragraph is taken away; questions that were written to have no answer are few beside them, and both
kinds also come with a foreign paragraph or none, where they can't be told apart.
"""
import collections
import json

from bm25 import Bm25

NULL_SHARE = 0.7
UNANSWERABLE_SHARE = 0.4
FOREIGN_SHARE = 0.15


class Article:
    """What the reader is told of a paragraph besides its words: the title, and the sentence before it."""

    def __init__(self, row):
        self.title, self.paragraphs = row["title"], row["paragraphs"]
        self.search = Bm25(self.paragraphs)

    def context(self, at):
        before = self.paragraphs[at - 1] if at else ""
        return context_of(self.title, before)

    def rivals(self, question, right, draw, count):
        """Paragraphs that share the question's words, those beside the right one, and any."""
        likely = [at for at in self.search.best(question, count + 2) if at not in right]
        beside = [at + step for at in right for step in (-1, 1)]
        others = [at for at in range(len(self.paragraphs)) if at not in right and at not in likely]
        chosen = likely[: count - 1] + [at for at in beside if at in others]
        chosen = list(dict.fromkeys(chosen))
        rest = [at for at in others if at not in chosen]
        draw.shuffle(rest)
        return (chosen + rest)[:count]


def context_of(title, before):
    """The title and the last sentence of the paragraph before."""
    from prepare import sentences

    last = before[slice(*sentences(before)[-1])].strip() if before.strip() else ""
    end = "" if title[-1:] in ".?!" else "."
    return f"{title}{end} {last}".strip()


class News:
    def __init__(self, folder, tokens, draw, share):
        self.tokens, self.draw = tokens, draw
        with open(f"{folder}/articles.jsonl", encoding="utf-8") as file:
            rows = [row for row in map(json.loads, file) if row["language"] == "en"]
        rows = rows[: round(len(rows) * share)]
        self.articles = {row["article_id"]: Article(row) for row in rows}
        with open(f"{folder}/questions.jsonl", encoding="utf-8") as file:
            self.questions = [row for row in map(json.loads, file) if row["article_id"] in self.articles]

    def groups(self):
        made = [group for row in self.questions for group in self.of(row) if group]
        return made + [self.foreign(row) for row in self.questions if self.draw.random() < FOREIGN_SHARE]

    def of(self, row):
        right = collections.defaultdict(list)
        for answer in row["answers"]:
            right[answer["paragraph_index"]].append(answer)
        if right:
            yield self.group(row, right, list(right) + self.rivals(row, right, 4 - len(right)))
            if self.draw.random() < NULL_SHARE:
                yield self.group(row, {}, self.rivals(row, right, self.draw.choice((3, 4, 8))))
        elif self.draw.random() < UNANSWERABLE_SHARE:
            yield self.group(row, {}, self.rivals(row, {}, self.draw.choice((3, 4, 8))))

    def rivals(self, row, right, count):
        article = self.articles[row["article_id"]]
        return article.rivals(row["question"], list(right), self.draw, max(count, 1))

    def group(self, row, right, places):
        article = self.articles[row["article_id"]]
        question = row["question"].rstrip("?") if self.draw.random() < 0.15 else row["question"]
        bare = self.draw.random() < 0.15
        return [
            self.tokens.pair(question, article.paragraphs[at], right.get(at, []), False, self.draw,
                             "" if bare else article.context(at))
            for at in places
        ]

    def foreign(self, row):
        """A paragraph of any article, or none at all."""
        other = self.draw.choice(list(self.articles.values()))
        text = self.draw.choice(other.paragraphs) if self.draw.random() < 0.5 else ""
        if other is self.articles[row["article_id"]]:
            text = ""
        return [self.tokens.pair(row["question"], text, [], False, self.draw, other.title + "." if text else "")]
