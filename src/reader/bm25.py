"""BM25 (Robertson and Zaragoza, 2009) over a list of texts: finds the passages that look like answers and are none."""
import collections
import math
import re

import numpy

K1, B = 0.9, 0.4
WORD = re.compile(r"\w+")


def terms(text):
    return [word.rstrip("s") for word in WORD.findall(text.lower())]


class Bm25:
    def __init__(self, texts):
        counts = [collections.Counter(terms(text)) for text in texts]
        length = numpy.array([sum(c.values()) for c in counts], dtype=numpy.float32)
        norm = K1 * (1 - B + B * length / max(length.mean(), 1))
        postings = collections.defaultdict(list)
        for at, count in enumerate(counts):
            for term, often in count.items():
                postings[term].append((at, often))
        self.size = len(texts)
        self.weights = {}
        for term, entries in postings.items():
            places = numpy.array([at for at, _ in entries])
            often = numpy.array([o for _, o in entries], dtype=numpy.float32)
            idf = math.log(1 + (self.size - len(entries) + 0.5) / (len(entries) + 0.5))
            self.weights[term] = places, idf * often / (often + norm[places])

    def best(self, question, count):
        """The numbers of the best texts, best first; those that share no word are left out."""
        scores = numpy.zeros(self.size, dtype=numpy.float32)
        for term in set(terms(question)):
            if term in self.weights:
                places, weights = self.weights[term]
                scores[places] += weights
        order = numpy.argsort(-scores, kind="stable")[:count]
        return [int(at) for at in order if scores[at] > 0]
