package dev.verbatim.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What was found in the chats of a set. As JSON it is one object, in this order; parts that the
/// set has no marks for are left out, and a share of nothing is `null`.
///
/// @param messages how many people wrote
/// @param withHalfOfTheReplies the same as `disentanglement` when every second of the marked links
///   is known beforehand, as a reply by its author's own hand
/// @param millisPer1000Messages to untangle them
public record ChatReport(
        int chats,
        int messages,
        @JsonUnwrapped @Nullable Disentanglement disentanglement,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Disentanglement withHalfOfTheReplies,
        OptionalDouble millisPer1000Messages) {

    /// How well conversations were untangled, by the measures of Kummerfeld et al. (ACL 2019).
    ///
    /// @param oneMinusVi how much our threads and people's tell about each other: one minus the
    ///   variation of information, scaled by its greatest value
    public record Disentanglement(
            @JsonUnwrapped Links links,
            OptionalDouble oneMinusVi,
            @JsonUnwrapped ExactThreads exactThreads) {

        static Disentanglement of(List<UntangledChat> chats) {
            List<Partition> partitions = chats.stream().map(Partition::of).toList();
            return new Disentanglement(
                    Links.of(chats), Partition.oneMinusVi(partitions), ExactThreads.of(partitions));
        }
    }

    /// Which message answers which; that one answers none is a link to itself.
    public record Links(
            OptionalDouble linkPrecision, OptionalDouble linkRecall, OptionalDouble linkF) {

        static Links of(List<UntangledChat> chats) {
            long agreed = chats.stream().mapToLong(UntangledChat::agreed).sum();
            long found = chats.stream().mapToLong(chat -> UntangledChat.size(chat.found())).sum();
            long gold = chats.stream().mapToLong(chat -> UntangledChat.size(chat.gold())).sum();
            return new Links(share(agreed, found), share(agreed, gold), f(agreed, found, gold));
        }
    }

    /// Threads of which every message was found, and no other; those of a single message don't
    /// count.
    public record ExactThreads(
            OptionalDouble exactThreadPrecision,
            OptionalDouble exactThreadRecall,
            OptionalDouble exactThreadF) {

        static ExactThreads of(List<Partition> partitions) {
            long exact = partitions.stream().mapToLong(Partition::exact).sum();
            long found =
                    partitions.stream().mapToLong(p -> Partition.conversations(p.found())).sum();
            long gold = partitions.stream().mapToLong(p -> Partition.conversations(p.gold())).sum();
            return new ExactThreads(share(exact, found), share(exact, gold), f(exact, found, gold));
        }
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /// The harmonic mean of precision and recall.
    private static OptionalDouble f(long agreed, long found, long gold) {
        return share(2 * agreed, found + gold);
    }
}
