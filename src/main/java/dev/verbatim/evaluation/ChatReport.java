package dev.verbatim.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.verbatim.evaluation.Evaluation.Report;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The measures of a set of chats. As JSON it is one object with the fields in this order; parts
/// that the set has no annotations for are left out, and a share of nothing is `null`.
///
/// @param messages how many people wrote
/// @param withHalfOfTheReplies the same as `disentanglement` when every second marked link is known
///   beforehand, as a reply that its author made
/// @param asShown the same as `disentanglement` at the threshold of catch-ups, where a message
///   rather stays alone than in a wrong thread
record ChatReport(
        int chats,
        int messages,
        @JsonUnwrapped @Nullable Disentanglement disentanglement,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Disentanglement withHalfOfTheReplies,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Disentanglement asShown,
        @JsonUnwrapped Content content)
        implements Report {

    /// How well conversations were disentangled, by the measures of Kummerfeld et al. (ACL 2019).
    ///
    /// @param oneMinusVi how much the threads found and the marked ones tell about each other: one
    ///   minus the variation of information, scaled by its maximum
    record Disentanglement(
            @JsonUnwrapped Links links,
            OptionalDouble oneMinusVi,
            @JsonUnwrapped ExactThreads exactThreads) {

        static Disentanglement of(List<DisentangledChat> chats) {
            return new Disentanglement(
                    Links.of(chats), DisentangledChat.oneMinusVi(chats), ExactThreads.of(chats));
        }
    }

    /// Which message answers which. A message that answers none is linked to itself.
    record Links(OptionalDouble linkPrecision, OptionalDouble linkRecall, OptionalDouble linkF) {

        static Links of(List<DisentangledChat> chats) {
            long correct = sum(chats, DisentangledChat::correctLinkCount);
            long found = sum(chats, DisentangledChat::foundLinkCount);
            long gold = sum(chats, DisentangledChat::goldLinkCount);
            return new Links(share(correct, found), share(correct, gold), f1(correct, found, gold));
        }
    }

    /// Threads found with exactly the marked messages. Those of a single message don't count.
    record ExactThreads(
            OptionalDouble exactThreadPrecision,
            OptionalDouble exactThreadRecall,
            OptionalDouble exactThreadF) {

        static ExactThreads of(List<DisentangledChat> chats) {
            long exact = sum(chats, DisentangledChat::exactConversationCount);
            long found = sum(chats, DisentangledChat::foundConversationCount);
            long gold = sum(chats, DisentangledChat::goldConversationCount);
            return new ExactThreads(
                    share(exact, found), share(exact, gold), f1(exact, found, gold));
        }
    }

    /// How good the catch-ups are.
    ///
    /// @param linksRecall of the URLs in the chats
    /// @param verbatimShare of the messages and label phrases shown, the share that people wrote
    ///   exactly so; anything but 1 is a bug
    /// @param authorShare of the messages shown, the share with the right author; anything but 1 is
    ///   a bug
    /// @param millisPer1000Messages to disentangle and sum up, including the first messages of a
    ///   cold process
    record Content(
            @JsonUnwrapped @Nullable Questions questions,
            @JsonUnwrapped @Nullable Meetings meetings,
            OptionalDouble linksRecall,
            OptionalDouble verbatimShare,
            OptionalDouble authorShare,
            OptionalDouble millisPer1000Messages) {

        static Content of(List<CatchupMetrics> chats) {
            return new Content(
                    chats.stream().anyMatch(chat -> chat.log().annotations().hasRelations())
                            ? Questions.of(chats)
                            : null,
                    chats.stream().anyMatch(Meetings::isAnnotated) ? Meetings.of(chats) : null,
                    shareOf(chats, CatchupMetrics::urlsFound, chat -> chat.urls().size()),
                    shareOf(chats, CatchupMetrics::verbatimQuotations, CatchupMetrics::quotations),
                    shareOf(
                            chats,
                            CatchupMetrics::messagesWithTheirAuthor,
                            CatchupMetrics::messagesShown),
                    millis(chats));
        }

        private static OptionalDouble millis(List<CatchupMetrics> chats) {
            long messages = sum(chats, chat -> chat.log().messages().size());
            double millis = sum(chats, CatchupMetrics::nanos) / 1e6;
            return messages == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(millis / messages * 1_000);
        }
    }

    /// Which messages ask, and which of those are answered. In the sets a message is a question
    /// when another one answers it or asks back. A question without any reaction isn't marked, and
    /// counts against precision.
    ///
    /// @param answeredRecall of the questions found that are marked as answered, the share for
    ///   which an answer is found
    /// @param answerAccuracy of those, the share with the marked answer
    record Questions(
            OptionalDouble questionPrecision,
            OptionalDouble questionRecall,
            OptionalDouble questionF,
            OptionalDouble answeredRecall,
            OptionalDouble answerAccuracy) {

        static Questions of(List<CatchupMetrics> chats) {
            long correct = sum(chats, Questions::correct);
            long found = sum(chats, chat -> chat.questions().size());
            long gold = sum(chats, chat -> chat.log().annotations().answers().size());
            return new Questions(
                    share(correct, found),
                    share(correct, gold),
                    f1(correct, found, gold),
                    shareOf(chats, CatchupMetrics::answersFound, Questions::answerable),
                    shareOf(chats, CatchupMetrics::correctAnswers, CatchupMetrics::answersFound));
        }

        private static long correct(CatchupMetrics chat) {
            return chat.questions().stream()
                    .filter(chat.log().annotations().answers()::containsKey)
                    .count();
        }

        private static long answerable(CatchupMetrics chat) {
            return chat.questions().stream()
                    .filter(
                            id ->
                                    !chat.log()
                                            .annotations()
                                            .answers()
                                            .getOrDefault(id, Set.of())
                                            .isEmpty())
                    .count();
        }
    }

    /// What people marked in meetings, and the shares of all messages that are shown for it.
    ///
    /// @param topicRecall of the marked topics, the share that has a word in common with a label
    record Meetings(
            OptionalDouble topicRecall,
            OptionalDouble actionRecall,
            OptionalDouble actionsFlaggedShare,
            OptionalDouble decisionRecall,
            OptionalDouble decisionsFlaggedShare) {

        static boolean isAnnotated(CatchupMetrics chat) {
            ChatAnnotations marks = chat.log().annotations();
            return !marks.topics().isEmpty()
                    || !marks.actions().isEmpty()
                    || !marks.decisions().isEmpty();
        }

        static Meetings of(List<CatchupMetrics> chats) {
            return new Meetings(
                    shareOf(
                            chats,
                            CatchupMetrics::topicsFound,
                            chat -> chat.log().annotations().topics().size()),
                    shareOf(
                            chats,
                            CatchupMetrics::actionsFound,
                            chat -> chat.log().annotations().actions().size()),
                    shareOfMessages(chats, chat -> chat.catchup().actions().size()),
                    shareOf(
                            chats,
                            CatchupMetrics::decisionsFound,
                            chat -> chat.log().annotations().decisions().size()),
                    shareOfMessages(chats, chat -> chat.catchup().decisions().size()));
        }

        private static OptionalDouble shareOfMessages(
                List<CatchupMetrics> chats, ToLongFunction<CatchupMetrics> flagged) {
            return shareOf(chats, flagged, chat -> chat.log().messages().size());
        }
    }

    private static OptionalDouble shareOf(
            List<CatchupMetrics> chats,
            ToLongFunction<CatchupMetrics> part,
            ToLongFunction<CatchupMetrics> whole) {
        return share(sum(chats, part), sum(chats, whole));
    }

    private static <T> long sum(List<T> chats, ToLongFunction<T> number) {
        return chats.stream().mapToLong(number).sum();
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /// The harmonic mean of precision and recall.
    private static OptionalDouble f1(long correct, long found, long gold) {
        return share(2 * correct, found + gold);
    }
}
