package dev.verbatim.evaluation;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Compares one marked quotation with what we found in the same article.
///
/// @param found whether a quotation of ours is about the same words
/// @param covered whether that one names a source
/// @param right whether the source it names is the marked one
record SpeakerAttributionMetrics(SourceQuote quote, boolean found, boolean covered, boolean right) {

    static SpeakerAttributionMetrics of(SourceQuote quote, List<Quotation> ours) {
        List<Quotation> same =
                ours.stream().filter(own -> isSame(own.content(), quote.content())).toList();
        Optional<TextSpan> source =
                same.stream()
                        .sorted(Comparator.comparingInt(own -> -shared(own, quote)))
                        .flatMap(own -> Optional.ofNullable(own.source()).stream())
                        .findFirst();
        boolean right = source.stream().anyMatch(own -> touches(own, quote.source()));
        return new SpeakerAttributionMetrics(quote, !same.isEmpty(), source.isPresent(), right);
    }

    private static boolean touches(TextSpan own, List<TextSpan> gold) {
        return gold.stream().anyMatch(own::overlaps);
    }

    private static int shared(Quotation own, SourceQuote quote) {
        return shared(own.content(), quote.content());
    }

    // Half of either: a marked quotation often goes on where the quotation marks end, and one of
    // ours often covers two that were marked apart.
    private static boolean isSame(TextSpan own, List<TextSpan> gold) {
        int shared = 2 * shared(own, gold);
        int marked = gold.stream().mapToInt(TextSpan::length).sum();
        return shared > 0 && (shared >= own.length() || shared >= marked);
    }

    private static int shared(TextSpan own, List<TextSpan> gold) {
        return gold.stream()
                .filter(own::overlaps)
                .mapToInt(
                        span ->
                                Math.min(own.end(), span.end())
                                        - Math.max(own.start(), span.start()))
                .sum();
    }
}
