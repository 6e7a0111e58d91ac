package dev.verbatim.evaluation;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The result of finding a marked quotation and its speaker in an article.
///
/// @param found whether a quotation with the same words is found
/// @param covered whether a speaker is found for it
/// @param right whether that is the marked speaker
record QuoteAttribution(SourceQuote quote, boolean found, boolean covered, boolean right) {

    static QuoteAttribution of(SourceQuote quote, List<Quotation> found) {
        List<Quotation> same =
                found.stream().filter(own -> isSame(own.content(), quote.content())).toList();
        Optional<TextSpan> source =
                same.stream()
                        .sorted(Comparator.comparingInt(own -> -shared(own, quote)))
                        .flatMap(own -> Optional.ofNullable(own.source()).stream())
                        .findFirst();
        boolean right = source.stream().anyMatch(own -> touches(own, quote.source()));
        return new QuoteAttribution(quote, !same.isEmpty(), source.isPresent(), right);
    }

    private static boolean touches(TextSpan own, List<TextSpan> gold) {
        return gold.stream().anyMatch(own::overlaps);
    }

    private static int shared(Quotation own, SourceQuote quote) {
        return shared(own.content(), quote.content());
    }

    // Half of either: a marked quotation often continues after the quotation marks, and a quotation
    // found often covers two that are marked separately.
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
