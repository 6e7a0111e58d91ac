package dev.verbatim.group.threads;

import dev.verbatim.group.threads.Line.Shape;
import dev.verbatim.group.threads.Transcript.Said;
import dev.verbatim.group.threads.Words.Shared;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers the clues for one line, about each candidate in turn, the nearest first.
final class Clues {

    /// What counts as much; see [Evidence#setLog].
    private static final double MANY_LINES = Math.log1p(100);

    private static final double FEW_LINES = Math.log1p(6);
    private static final double LONG = Math.log1p(50);

    /// In minutes: longer ago is as good as never.
    private static final double NEVER = 150;

    private static final double LONG_AGO = Math.log1p(NEVER);

    private final Line me;
    private final @Nullable Said mine;
    private final List<Said> window;
    private final Lookback lookback;
    private final Map<Strand, Double> sharedWithStrands = new HashMap<>();
    private final Evidence aboutMe;

    Clues(Line me, Transcript transcript) {
        this.me = me;
        this.mine = transcript.lastBy(me.author());
        this.window = transcript.window();
        this.lookback = new Lookback(me);
        this.aboutMe = aboutMe();
    }

    /// That I start a thread.
    Evidence start() {
        return aboutMe.copy().set(Clue.STARTS, true);
    }

    /// That I answer what was said. To be asked in order.
    Evidence answer(Said said) {
        Evidence evidence = aboutMe.copy();
        Line they = said.line();
        distance(they, evidence);
        names(they, evidence);
        history(they, evidence);
        words(they, evidence);
        shape(they.shape(), evidence);
        thread(said, evidence);
        lookback.pass(they);
        return evidence;
    }

    private Evidence aboutMe() {
        Shape shape = me.shape();
        return new Evidence()
                .set(Clue.I_ASK, shape.asks())
                .set(Clue.I_GREET, shape.greets())
                .set(Clue.I_THANK, shape.thanks())
                .set(Clue.I_ANSWER, shape.answers())
                .set(Clue.I_LINK, shape.links())
                .set(Clue.I_COMMAND, shape.commands())
                .setLog(Clue.MY_LENGTH, shape.words(), LONG)
                .set(Clue.I_AM_NEW, mine == null)
                .setLog(Clue.MY_SILENCE, mine == null ? NEVER : since(mine), LONG_AGO)
                .setLog(Clue.PAUSE, window.isEmpty() ? NEVER : since(window.getFirst()), LONG_AGO)
                .set(Clue.I_NAME_SOMEBODY, window.stream().anyMatch(said -> me.names(said.line())))
                .set(Clue.I_WAS_NAMED, wasNamedSinceMine());
    }

    private boolean wasNamedSinceMine() {
        return window.stream()
                .takeWhile(said -> !said.line().sameAuthor(me))
                .anyMatch(said -> said.line().names(me));
    }

    private double since(Said said) {
        return me.minutesSince(said.line());
    }

    private void distance(Line they, Evidence evidence) {
        int between = me.place() - they.place() - 1;
        evidence.set(Clue.NEXT, between == 0)
                .setLog(Clue.DISTANCE, between, MANY_LINES)
                .set(Clue.NEARNESS, 1.0 / (between + 1))
                .setLog(Clue.MINUTES, me.minutesSince(they), LONG_AGO);
    }

    private void names(Line they, Evidence evidence) {
        boolean named = me.names(they);
        evidence.set(Clue.I_ADDRESS_THEM, me.addresses(they))
                .set(Clue.I_NAME_THEM, named)
                .set(Clue.I_NAME_THEM_LAST, named && lookback.linesBy(they.author()) == 0)
                .set(Clue.THEY_ADDRESS_ME, they.addresses(me))
                .set(Clue.THEY_NAME_ME, they.names(me))
                .set(Clue.THEY_NAME_ME_LAST, they.names(me) && !lookback.anybodyNamedMe())
                .set(Clue.I_NAME_OTHERS, !me.named().isEmpty() && !named)
                .set(Clue.THEY_NAME_OTHERS, !they.named().isEmpty() && !they.names(me))
                .set(Clue.SAME_THIRD, me.namesSameAs(they))
                .set(Clue.NOBODY_NAMED, me.named().isEmpty() && they.named().isEmpty());
    }

    private void history(Line they, Evidence evidence) {
        int mineSince = lookback.linesBy(me.author());
        int theirsSince = lookback.linesBy(they.author());
        boolean same = they.sameAuthor(me);
        evidence.set(Clue.MINE, same)
                .set(Clue.MY_LAST, same && mineSince == 0)
                .set(Clue.THEIR_LAST, !same && theirsSince == 0)
                .setLog(Clue.MINE_SINCE, mineSince, FEW_LINES)
                .setLog(Clue.THEIRS_SINCE, theirsSince, FEW_LINES)
                .set(Clue.I_TALK_TO_THEM, lookback.iTalkTo(they))
                .set(Clue.THEY_TALK_TO_ME, lookback.talksToMe(they))
                .set(Clue.I_NAMED_THEM_SINCE, lookback.iNamed(they))
                .set(Clue.NAMED_SINCE, lookback.named(they))
                .set(Clue.THEY_NAMED_ME_SINCE, lookback.namedMe(they));
    }

    private void words(Line they, Evidence evidence) {
        Shared shared = me.words().sharedWith(they.words());
        evidence.set(Clue.SHARED, enough(shared.sum()))
                .set(Clue.RAREST, shared.rarest())
                .set(Clue.OVERLAP, shared.part());
    }

    private void shape(Shape their, Evidence evidence) {
        Shape my = me.shape();
        evidence.set(Clue.THEY_ASK, their.asks())
                .set(Clue.ASK_AND_TELL, their.asks() && !my.asks())
                .set(Clue.ASK_AND_ANSWER, their.asks() && my.answers())
                .set(Clue.THEY_GREET, their.greets())
                .set(Clue.GREETINGS, their.greets() && my.greets())
                .set(Clue.THEY_THANK, their.thanks())
                .set(Clue.THEY_LINK, their.links())
                .set(Clue.THEY_COMMAND, their.commands())
                .setLog(Clue.THEIR_LENGTH, their.words(), LONG);
    }

    private void thread(Said said, Evidence evidence) {
        Strand strand = said.strand();
        evidence.set(Clue.STARTED, said.parent() == null)
                .set(Clue.LAST_OF_THREAD, strand.endsWith(said.line()))
                .set(Clue.I_TAKE_PART, strand.has(me.author()))
                .set(Clue.NAMED_TAKES_PART, strand.hasAnyOf(me.named()))
                .set(Clue.MY_THREAD, mine != null && mine.strand() == strand)
                .setLog(Clue.ANSWERS, said.answers(), FEW_LINES)
                .set(Clue.I_ANSWERED, said.isAnsweredBy(me.author()))
                .setLog(Clue.THREAD_LENGTH, strand.lines(), MANY_LINES)
                .set(Clue.SHARED_WITH_THREAD, enough(sharedWith(strand)));
    }

    private double sharedWith(Strand strand) {
        return sharedWithStrands.computeIfAbsent(strand, other -> other.sharedWith(me.words()));
    }

    /// Three of the rarest words are as much as can be asked for.
    private static double enough(double rarities) {
        return Math.min(1, rarities / 3);
    }
}
