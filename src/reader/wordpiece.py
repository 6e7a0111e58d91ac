"""BERT's uncased tokenisation (Devlin et al., 2019), with the place of every piece in the text.

The product tokenises with the library that ships with the model's vocabulary; here there is only what Debian
packages, so the same rules stand here again.
"""
import json
import unicodedata


def vocabulary(tokenizer_json):
    with open(tokenizer_json, encoding="utf-8") as file:
        return json.load(file)["model"]["vocab"]


def is_punctuation(char):
    code = ord(char)
    ascii_symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_symbol or unicodedata.category(char).startswith("P")


def is_chinese(char):
    code = ord(char)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or code >= 0x20000


def words(text):
    """Yields (word in lower case without accents, start, end): runs between spaces, cut at punctuation."""
    start, letters = None, []
    for at, char in enumerate(text):
        alone = is_punctuation(char) or is_chinese(char)
        if char.isspace() or alone:
            if letters:
                yield "".join(letters), start, at
            start, letters = None, []
            if alone:
                yield char, at, at + 1
            continue
        if unicodedata.category(char) in ("Cc", "Cf"):
            continue
        folded = [c for c in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(c) != "Mn"]
        if folded and start is None:
            start = at
        letters.extend(folded)
    if letters:
        yield "".join(letters), start, len(text)


class WordPiece:
    """Splits words into the longest pieces that the vocabulary holds."""

    def __init__(self, vocab):
        self.vocab = vocab
        self.known = {}

    def pieces(self, word):
        if word not in self.known:
            self.known[word] = self._split(word)
        return self.known[word]

    def _split(self, word):
        if len(word) > 100:
            return [self.vocab["[UNK]"]]
        found, at = [], 0
        while at < len(word):
            for end in range(len(word), at, -1):
                piece = ("##" if at else "") + word[at:end]
                if piece in self.vocab:
                    found.append(self.vocab[piece])
                    break
            else:
                return [self.vocab["[UNK]"]]
            at = end
        return found

    def encode(self, text):
        """Returns the pieces' ids and, for each, the (start, end) of the word it is from."""
        ids, places = [], []
        for word, start, end in words(text):
            for piece in self.pieces(word):
                ids.append(piece)
                places.append((start, end))
        return ids, places
