package dev.verbatim.group.catchup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Chooses the messages by which a topic is shown: the one that opens it, and the one that says
/// most and that most came back to.
final class Quotes {

    /// How much a message loses by repeating the first. (Maximal marginal relevance.)
    private static final double REPETITION = 0.7;

    /// So far back a message is echoed.
    private static final int ECHO = 25;

    /// Who writes a page is not quoted for the page.
    private static final int LONG = 60;

    private Quotes() {}

    static List<Speech> of(Strand strand, Conversation conversation) {
        List<Speech> worthy = strand.speeches().stream().filter(Quotes::isWorthy).toList();
        List<Speech> quotes = new ArrayList<>();
        worthy.stream().findFirst().ifPresent(quotes::add);
        if (strand.speeches().size() > 2) {
            second(strand, worthy, conversation).ifPresent(quotes::add);
        }
        return quotes;
    }

    /// Whether it is more than "ok", and said to people.
    static boolean isWorthy(Speech speech) {
        return !speech.isTrivial() && !speech.isCommand() && speech.tokens().size() > 1;
    }

    private static Optional<Speech> second(
            Strand strand, List<Speech> worthy, Conversation conversation) {
        return worthy.stream()
                .skip(1)
                .filter(speech -> speech.content().size() > 1)
                .max(
                        Comparator.comparingDouble(
                                speech -> score(speech, worthy.getFirst(), strand, conversation)));
    }

    private static double score(
            Speech speech, Speech first, Strand strand, Conversation conversation) {
        Set<String> repeated = new HashSet<>(speech.content());
        repeated.retainAll(first.content());
        double mass =
                conversation.mass(speech.content()) - REPETITION * conversation.mass(repeated);
        double length = Math.min(1, (double) LONG / speech.tokens().size());
        return mass * length * (1 + echo(speech, strand)) * (1 + repliers(speech, conversation));
    }

    /// The share of its words that others took up.
    private static double echo(Speech speech, Strand strand) {
        long echoed =
                speech.content().stream()
                        .filter(
                                word ->
                                        strand.speeches().stream()
                                                .filter(later -> isAfter(later, speech))
                                                .anyMatch(later -> later.content().contains(word)))
                        .count();
        return (double) echoed / speech.content().size();
    }

    private static boolean isAfter(Speech later, Speech speech) {
        return later.index() > speech.index()
                && later.index() <= speech.index() + ECHO
                && !later.isBy(speech);
    }

    private static double repliers(Speech speech, Conversation conversation) {
        long people =
                conversation
                        .answersTo(speech)
                        .filter(answer -> !answer.isBy(speech))
                        .map(answer -> answer.author().id())
                        .distinct()
                        .count();
        return Math.log1p((double) people);
    }
}
