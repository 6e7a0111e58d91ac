"""Finds harder negatives: of the passages that BM25 likes for a question, those that a reader takes for an answer."""
import argparse
import json
import random

import torch

from model import from_checkpoint
from prepare import SHARE, Rivals, read
from train import tensors
from wordpiece import WordPiece, vocabulary


class Miner:
    def __init__(self, reader, wordpiece, rivals):
        self.reader, self.wordpiece, self.rivals = reader, wordpiece, rivals
        self.passages = {}

    def hardest(self, row, candidates, kept):
        texts = self.rivals.of(row, candidates)
        if not texts:
            return []
        asked = self.wordpiece.encode(row["question"])[0][:48]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            answers = self.reader(*tensors([(asked, self.pieces(text), [], False) for text in texts]))[2]
        order = sorted(range(len(texts)), key=lambda n: -float(answers[n]))
        return [texts[n] for n in order[:kept]]

    def pieces(self, text):
        if text not in self.passages:
            self.passages[text] = self.wordpiece.encode(text)[0][:205]
        return self.passages[text]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("data", help="folder with the .jsonl files")
    parser.add_argument("tokenizer", help="tokenizer.json of the base")
    parser.add_argument("out", help="file to write: the hardest passages for each question's id")
    parser.add_argument("--questions", type=int, default=6000)
    parser.add_argument("--candidates", type=int, default=4)
    parser.add_argument("--kept", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    torch.set_num_threads(2)
    reader = from_checkpoint(args.checkpoint)
    reader.eval()
    rows = [row for name in SHARE for row in read(args.data, name)]
    miner = Miner(reader, WordPiece(vocabulary(args.tokenizer)), Rivals(rows))
    answerable = [row for row in rows if row["answerable"] and row["group"]]
    drawn = random.Random(args.seed).sample(answerable, min(args.questions, len(answerable)))
    mined = {row["id"]: miner.hardest(row, args.candidates, args.kept) for row in drawn}
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump({key: texts for key, texts in mined.items() if texts}, file, ensure_ascii=False)
    print(f"{sum(1 for texts in mined.values() if texts)} questions with harder negatives")


if __name__ == "__main__":
    main()
