package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.threads.DisentanglementPass.Candidate;
import dev.verbatim.group.threads.DisentanglementPass.Turn;
import dev.verbatim.group.threads.Transcript.LinkedMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds for every message of a chat the one that it answers, or that it starts a thread.
///
/// A reply by its author's own hand is always a link. Topics of a forum are never crossed. The same
/// messages give the same threads. Safe for concurrent use.
public final class Disentangler {

    /// For what people are shown: a message stays by itself rather than among what it may not
    /// belong to. In marked logs that it hadn't learned from, a tenth of the threads it made had a
    /// message of another; a third with [#BEST_GUESS].
    public static final double HIGH_PRECISION = 0.7;

    /// For measuring: as many of the links and threads as can be. In the same logs, less found no
    /// more of them.
    public static final double BEST_GUESS = 0.4;

    private final LinkRanker linkRanker;
    private final double sureness;

    /// With the ranker that ships.
    ///
    /// @param sureness how probable it must be, from 0 to 1, that a message belongs to the thread
    ///   of what it seems to answer; below that it starts its own. A reply needs none.
    public Disentangler(double sureness) {
        this(LinkRanker.bundled(), sureness);
    }

    Disentangler(LinkRanker linkRanker, double sureness) {
        if (!(sureness >= 0 && sureness <= 1)) {
            throw new IllegalArgumentException(sureness + " is not from 0 to 1");
        }
        this.linkRanker = linkRanker;
        this.sureness = sureness;
    }

    /// Untangles the messages of one chat.
    ///
    /// @param messages in the order in which they were sent
    public Threads disentangle(List<ChatMessage> messages) {
        return disentangle(new AnalyzedChat(messages));
    }

    /// Untangles the messages of one chat that was analyzed already.
    public Threads disentangle(AnalyzedChat chat) {
        DisentanglementPass disentanglementPass = new DisentanglementPass(chat);
        for (AnalyzedMessage message : chat.messages()) {
            Turn turn = disentanglementPass.turnOf(message);
            if (turn.isReply()) {
                turn.linkToReplied();
            } else {
                turn.linkTo(mostProbableParent(turn.candidates()));
            }
        }
        return disentanglementPass.threads();
    }

    /// The likeliest that is sure enough, or nothing.
    @Nullable LinkedMessage mostProbableParent(List<Candidate> candidates) {
        double[] probabilities =
                linkRanker.probabilities(
                        candidates.stream().map(Candidate::linkFeatureVector).toList());
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        LinkedMessage said = candidates.get(best).parent();
        return said != null
                        && threadProbability(said.openThread(), candidates, probabilities)
                                >= sureness
                ? said
                : null;
    }

    /// That a message belongs to a thread is likelier than that it answers one of its messages.
    private static double threadProbability(
            OpenThread openThread, List<Candidate> candidates, double[] probabilities) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += candidates.get(i).isIn(openThread) ? probabilities[i] : 0;
        }
        return sum;
    }
}
