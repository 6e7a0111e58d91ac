package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.threads.DisentanglementPass.Candidate;
import dev.verbatim.group.threads.DisentanglementPass.Turn;
import dev.verbatim.group.threads.Transcript.LinkedMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A disentangler of chats: for every message it finds the one that it answers, or that it starts a
/// thread.
///
/// An explicit reply is always a link. Topics of a forum are never crossed. The same messages give
/// the same threads. Safe for concurrent use.
public final class Disentangler {

    /// A threshold for what people are shown: a message rather stays alone than in a wrong thread.
    /// In annotated logs that the ranker was not fitted to, a tenth of the threads found contained
    /// a message of another; with [#BEST_GUESS], a third.
    public static final double HIGH_PRECISION = 0.7;

    /// A threshold for measuring: as many correct links and threads as possible. In the same logs,
    /// lower thresholds found no more of them.
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

    /// Finds the threads of one chat.
    ///
    /// @param messages in the order in which they were sent
    public Threads disentangle(List<ChatMessage> messages) {
        return disentangle(new AnalyzedChat(messages));
    }

    /// Finds the threads of one chat that has been analyzed.
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

    /// The most probable parent; none when the message starts a thread or the probability is below
    /// the threshold.
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

    /// The probability that a message belongs to a thread: the sum over the thread's messages.
    private static double threadProbability(
            OpenThread openThread, List<Candidate> candidates, double[] probabilities) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += candidates.get(i).isIn(openThread) ? probabilities[i] : 0;
        }
        return sum;
    }
}
