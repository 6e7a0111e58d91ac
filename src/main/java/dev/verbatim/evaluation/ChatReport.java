package dev.verbatim.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What was found in the chats of a set. As JSON it is one object, in this order; parts that the
/// set has no marks for are left out, and a share of nothing is `null`.
///
/// @param messages how many people wrote
/// @param withHalfOfTheReplies the same as `disentanglement` when every second of the marked links
///   is known beforehand, as a reply by its author's own hand
public record ChatReport(
        int chats,
        int messages,
        @JsonUnwrapped @Nullable Disentanglement disentanglement,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Disentanglement withHalfOfTheReplies,
        @JsonUnwrapped Content content) {

    /// How well conversations were untangled, by the measures of Kummerfeld et al. (ACL 2019).
    ///
    /// @param oneMinusVi how much our threads and people's tell about each other: one minus the
    ///   variation of information, scaled by its greatest value
    public record Disentanglement(
            @JsonUnwrapped Links links,
            OptionalDouble oneMinusVi,
            @JsonUnwrapped ExactThreads exactThreads) {

        static Disentanglement of(List<DisentangledChat> chats) {
            List<ThreadPartition> partitions = chats.stream().map(ThreadPartition::of).toList();
            return new Disentanglement(
                    Links.of(chats),
                    ThreadPartition.oneMinusVi(partitions),
                    ExactThreads.of(partitions));
        }
    }

    /// Which message answers which; that one answers none is a link to itself.
    public record Links(
            OptionalDouble linkPrecision, OptionalDouble linkRecall, OptionalDouble linkF) {

        static Links of(List<DisentangledChat> chats) {
            long agreed = chats.stream().mapToLong(DisentangledChat::agreed).sum();
            long found =
                    chats.stream().mapToLong(chat -> DisentangledChat.size(chat.found())).sum();
            long gold = chats.stream().mapToLong(chat -> DisentangledChat.size(chat.gold())).sum();
            return new Links(share(agreed, found), share(agreed, gold), f(agreed, found, gold));
        }
    }

    /// Threads of which every message was found, and no other; those of a single message don't
    /// count.
    public record ExactThreads(
            OptionalDouble exactThreadPrecision,
            OptionalDouble exactThreadRecall,
            OptionalDouble exactThreadF) {

        static ExactThreads of(List<ThreadPartition> partitions) {
            long exact = partitions.stream().mapToLong(ThreadPartition::exact).sum();
            long found =
                    partitions.stream()
                            .mapToLong(p -> ThreadPartition.conversations(p.found()))
                            .sum();
            long gold =
                    partitions.stream()
                            .mapToLong(p -> ThreadPartition.conversations(p.gold()))
                            .sum();
            return new ExactThreads(share(exact, found), share(exact, gold), f(exact, found, gold));
        }
    }

    /// What the catch-ups are made of.
    ///
    /// @param linksRecall of the addresses that stand in the chats
    /// @param verbatimShare of the messages shown and the phrases of labels, those that were said
    ///   so; anything but 1 is a fault
    /// @param authorShare of the messages shown, those that stand with who wrote them; the same
    /// @param millisPer1000Messages to untangle and sum up, the first ones of a cold process
    ///   included
    public record Content(
            @JsonUnwrapped @Nullable Questions questions,
            @JsonUnwrapped @Nullable Meetings meetings,
            OptionalDouble linksRecall,
            OptionalDouble verbatimShare,
            OptionalDouble authorShare,
            OptionalDouble millisPer1000Messages) {

        static Content of(List<CatchupMetrics> chats) {
            return new Content(
                    chats.stream().anyMatch(chat -> chat.log().marks().hasRelations())
                            ? Questions.of(chats)
                            : null,
                    chats.stream().anyMatch(Meetings::isMarked) ? Meetings.of(chats) : null,
                    shareOf(chats, CatchupMetrics::addressesFound, chat -> chat.addresses().size()),
                    shareOf(chats, CatchupMetrics::verbatim, CatchupMetrics::quotations),
                    shareOf(chats, CatchupMetrics::byTheirAuthors, CatchupMetrics::messagesShown),
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

    /// Which messages ask, and which of those are answered. In the sets a message asks when
    /// something answers it or asks back; a question that nobody took up isn't marked, and counts
    /// against precision.
    ///
    /// @param answeredRecall of the questions found that people say are answered, those that are
    ///   said to be
    /// @param answerAccuracy of those again, the ones where the answer is the right one
    public record Questions(
            OptionalDouble questionPrecision,
            OptionalDouble questionRecall,
            OptionalDouble questionF,
            OptionalDouble answeredRecall,
            OptionalDouble answerAccuracy) {

        static Questions of(List<CatchupMetrics> chats) {
            long agreed = sum(chats, Questions::agreed);
            long found = sum(chats, chat -> chat.questions().size());
            long gold = sum(chats, chat -> chat.log().marks().answers().size());
            return new Questions(
                    share(agreed, found),
                    share(agreed, gold),
                    f(agreed, found, gold),
                    shareOf(chats, CatchupMetrics::answersFound, Questions::answerable),
                    shareOf(chats, CatchupMetrics::answersRight, CatchupMetrics::answersFound));
        }

        private static long agreed(CatchupMetrics chat) {
            return chat.questions().stream()
                    .filter(chat.log().marks().answers()::containsKey)
                    .count();
        }

        private static long answerable(CatchupMetrics chat) {
            return chat.questions().stream()
                    .filter(
                            id ->
                                    !chat.log()
                                            .marks()
                                            .answers()
                                            .getOrDefault(id, Set.of())
                                            .isEmpty())
                    .count();
        }
    }

    /// What people marked in meetings while they met, and the shares of all messages that are shown
    /// for it.
    ///
    /// @param topicRecall of the topics named, those that share a word with a label
    public record Meetings(
            OptionalDouble topicRecall,
            OptionalDouble actionRecall,
            OptionalDouble actionsFlaggedShare,
            OptionalDouble decisionRecall,
            OptionalDouble decisionsFlaggedShare) {

        static boolean isMarked(CatchupMetrics chat) {
            ChatMarks marks = chat.log().marks();
            return !marks.topics().isEmpty()
                    || !marks.actions().isEmpty()
                    || !marks.decisions().isEmpty();
        }

        static Meetings of(List<CatchupMetrics> chats) {
            return new Meetings(
                    shareOf(
                            chats,
                            CatchupMetrics::topicsFound,
                            chat -> chat.log().marks().topics().size()),
                    shareOf(
                            chats,
                            CatchupMetrics::actionsFound,
                            chat -> chat.log().marks().actions().size()),
                    ofMessages(chats, chat -> chat.catchup().actions().size()),
                    shareOf(
                            chats,
                            CatchupMetrics::decisionsFound,
                            chat -> chat.log().marks().decisions().size()),
                    ofMessages(chats, chat -> chat.catchup().decisions().size()));
        }

        private static OptionalDouble ofMessages(
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

    private static long sum(List<CatchupMetrics> chats, ToLongFunction<CatchupMetrics> number) {
        return chats.stream().mapToLong(number).sum();
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /// The harmonic mean of precision and recall.
    private static OptionalDouble f(long agreed, long found, long gold) {
        return share(2 * agreed, found + gold);
    }
}
