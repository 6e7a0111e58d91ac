"""Trains the reader on groups from prepare.py, by count of steps; stopped at any moment, it goes on where it was.

The learning rate warms up, stays, and goes down to nothing in the last steps (warm-up, stable, decay: Hu et al.,
MiniCPM, 2024), so that how long to train need not be known when it begins.
"""
import argparse
import json
import os
import pickle
import random
import time
import zlib

import torch
from torch.nn import functional

import model
from export import Words
from measure import Measures

CLS, SEP = 101, 102


def batches(path, tokens, seed):
    """Groups of like length together, so that little is padded; the batches in random order."""
    with open(path, "rb") as file:
        groups = pickle.loads(zlib.decompress(file.read()))
    draw = random.Random(seed)
    made = []
    pool = 4096
    for at in range(0, len(groups), pool):
        part = sorted(groups[at : at + pool], key=longest)
        batch, width, count = [], 0, 0
        for group in part:
            if batch and max(width, longest(group)) * (count + len(group)) > tokens:
                made.append(batch)
                batch, width, count = [], 0, 0
            batch.append(group)
            width, count = max(width, longest(group)), count + len(group)
        made.append(batch)
    draw.shuffle(made)
    return made


def longest(group):
    return max(len(q) + len(p) + 3 for q, p, _, _ in group)


def tensors(pairs):
    width = max(len(q) + len(p) + 3 for q, p, _, _ in pairs)
    ids = torch.zeros(len(pairs), width, dtype=torch.long)
    kinds, attention = torch.zeros_like(ids), torch.zeros_like(ids)
    for n, (question, passage, _, _) in enumerate(pairs):
        row = [CLS, *question, SEP, *passage, SEP]
        ids[n, : len(row)] = torch.tensor(row)
        kinds[n, len(question) + 2 : len(row)] = 1
        attention[n, : len(row)] = 1
    return ids, kinds, attention


def span_targets(pairs, width):
    """Which places are right, for starts and for ends; [CLS] where the passage doesn't answer."""
    starts, ends = torch.zeros(len(pairs), width, dtype=torch.bool), torch.zeros(len(pairs), width, dtype=torch.bool)
    for n, (question, _, spans, whole) in enumerate(pairs):
        shift = len(question) + 2
        for first, last in spans or [(-shift, -shift)]:
            if whole and spans:  # only the sentence is known: anywhere inside is right
                starts[n, shift + first : shift + last + 1] = True
                ends[n, shift + first : shift + last + 1] = True
            else:
                starts[n, shift + first] = True
                ends[n, shift + last] = True
    return starts, ends


def marginal(logits, right):
    """Negative log-likelihood of all the right places together."""
    return (logits.logsumexp(1) - logits.masked_fill(~right, -1e9).logsumexp(1)).mean()


def divergence(logits, marked):
    return functional.kl_div(logits.log_softmax(1), marked.log_softmax(1), log_target=True, reduction="batchmean")


def loss_of(reader, batch, drop, teacher):
    """teacher: marks the pairs, too, so that half of what is learned of them is its view; None for none"""
    pairs = [pair for group in batch for pair in group]
    ids, kinds, attention = tensors(pairs)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        start, end, answers = reader(ids, kinds, attention, drop)
    starts, ends = span_targets(pairs, ids.shape[1])
    span = (marginal(start, starts) + marginal(end, ends)) / 2
    wanted = torch.tensor([float(bool(pair[2])) for pair in pairs])
    aimed = wanted
    if teacher:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            marked = teacher(ids, kinds, attention)
        span = (span + (divergence(start, marked[0]) + divergence(end, marked[1])) / 2) / 2
        aimed = (wanted + marked[2].sigmoid()) / 2
    single = functional.binary_cross_entropy_with_logits(answers, aimed)
    return span + single + 0.5 * together(batch, answers, wanted), span, single


def together(batch, answers, wanted):
    """Passages of one question share one null: which of them answers, or none (Clark and Gardner, 2018)."""
    total, at, several = torch.zeros(()), 0, 0
    for group in batch:
        n = len(group)
        if n > 1:
            logits = torch.cat([torch.zeros(1), answers[at : at + n]])
            right = torch.cat([(wanted[at : at + n].sum() == 0).view(1), wanted[at : at + n] > 0])
            total = total + marginal(logits[None], right[None])
            several += 1
        at += n
    return total / max(several, 1) * (several / len(batch))


def freeze(reader, layers):
    """Words' vectors stay as they are; with the lowest layers, all below them does."""
    reader.words.weight.requires_grad_(False)
    reader.frozen = layers
    if layers:
        for part in (reader.places, reader.kinds, reader.norm, *reader.layers[:layers]):
            part.requires_grad_(False)


def parameter_groups(reader, rate, decay):
    """Heads learn fastest; each layer further down slower."""
    heads = [reader.span, reader.pool, reader.answers]
    groups = [{"params": [p for head in heads for p in head.parameters()], "peak": rate * 4}]
    for depth, layer in enumerate(reversed(reader.layers)):
        groups.append({"params": list(layer.parameters()), "peak": rate * decay**depth})
    below = [reader.places.weight, reader.kinds.weight, *reader.norm.parameters()]
    groups.append({"params": below, "peak": rate * decay ** len(reader.layers)})
    return groups


def interleaved(hard, soft):
    """(batch, whether the teacher marks it), in turn: files that are added later change nothing before them."""
    plan = []
    for n in range(max(len(hard), len(soft))):
        plan += [(batch, True) for batch in soft[n : n + 1]] + [(batch, False) for batch in hard[n : n + 1]]
    return plan


def rate_at(step, args):
    warm = min(1.0, (step + 1) / args.warmup)
    left = (args.steps - step) / args.decay if args.decay else 1.0
    return warm * max(0.0, min(1.0, left))


def save(path, state):
    torch.save(state, path + ".part")
    os.replace(path + ".part", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", help="folder for checkpoints and the log")
    parser.add_argument("groups", nargs="+", help="files of prepare.py, one for each epoch")
    parser.add_argument("--taught", nargs="*", default=[], help="more such files, which the teacher marks, too")
    parser.add_argument("--teacher", help="checkpoint of a reader to learn from")
    parser.add_argument("--words", help="the encoder's .onnx file, whose word vectors are taken")
    parser.add_argument("--frozen", type=int, default=0, help="so many of the lowest layers stay as they are")
    parser.add_argument("--base", help="the base's .onnx file")
    parser.add_argument("--resume", help="checkpoint to go on from; default: the newest in the folder")
    parser.add_argument("--start", help="a reader.onnx to start from instead of the base, with --words")
    parser.add_argument("--steps", type=int, required=True, help="stop after so many steps, counted from the first")
    parser.add_argument("--decay", type=int, default=0, help="in so many last steps the rate goes down to 0")
    parser.add_argument("--warmup", type=int, default=150)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--tokens", type=int, default=5600, help="pieces in a step, padding included")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save-every", type=int, default=100)
    parser.add_argument("--measure-every", type=int, default=500)
    parser.add_argument("--eval", help="folder with question sets, to measure on")
    parser.add_argument("--tokenizer", help="tokenizer.json of the base, to measure with")
    args = parser.parse_args()

    torch.set_num_threads(2)
    newest = os.path.join(args.work, "newest.pt")
    words = Words(args.words).vectors() if args.words else None
    reader = model.from_shipped(args.start, words) if args.start else model.from_base(args.base, args.seed)
    if words is not None:
        reader.words.weight.data.copy_(torch.from_numpy(words))
    freeze(reader, args.frozen)
    teacher = model.from_checkpoint(args.teacher).eval() if args.teacher else None
    optimizer = torch.optim.AdamW(parameter_groups(reader, args.rate, args.layer_decay), lr=0, weight_decay=0.01)
    step, resume = 0, args.resume or (newest if os.path.exists(newest) else None)
    if resume:
        state = torch.load(resume)
        reader.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
    plan = interleaved(*([batch for n, path in enumerate(paths) for batch in batches(path, args.tokens, args.seed + n)]
                         for paths in (args.groups, args.taught)))
    print(f"{len(plan)} steps are there, {args.steps} wanted, {step} done", flush=True)
    drop = model.Dropout(args.dropout, args.seed + step)
    measures = Measures(args.eval, args.tokenizer) if args.eval else None
    log = open(os.path.join(args.work, "log.jsonl"), "a", encoding="utf-8")
    reader.train()
    sums, began = [0.0, 0.0, 0.0], time.time()
    while step < min(args.steps, len(plan)):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate_at(step, args)
        batch, is_taught = plan[step]
        losses = loss_of(reader, batch, drop, teacher if is_taught else None)
        optimizer.zero_grad(set_to_none=True)
        losses[0].backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        sums = [a + b.item() for a, b in zip(sums, losses)]
        step += 1
        if step % 50 == 0:
            line = {"step": step, "loss": sums[0] / 50, "span": sums[1] / 50, "answers": sums[2] / 50,
                    "rate": rate_at(step, args), "seconds": round(time.time() - began, 1)}
            print(json.dumps(line), file=log, flush=True)
            sums = [0.0, 0.0, 0.0]
        last = step == min(args.steps, len(plan))
        if step % args.save_every == 0 or last:
            state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
            save(newest, state)
            if args.decay and args.steps - step <= 300 or step % 1000 == 0:
                save(os.path.join(args.work, f"step-{step}.pt"), state)
        if measures and (step % args.measure_every == 0 or last):
            print(json.dumps({"step": step, **measures.of(reader)}), file=log, flush=True)


if __name__ == "__main__":
    main()
