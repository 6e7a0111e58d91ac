package dev.verbatim.evaluation;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.QuestionSet.ArticleSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

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
                .mapToInt(span -> own.intersection(span).length())
                .sum();
    }

    /// A quotation that people marked in an article, with the mention of its speaker.
    ///
    /// @param type the set's own classes, such as "direct" or "mixed"
    /// @param content spans of its words in the article's text
    /// @param source spans of the words that name the speaker
    record SourceQuote(
            String articleId, String type, List<TextSpan> content, List<TextSpan> source) {

        SourceQuote {
            content = List.copyOf(content);
            source = List.copyOf(source);
        }

        static SourceQuote from(JsonLinesRecord line, ArticleSet articleSet) {
            String id = line.text("article_id");
            SourceArticle article =
                    articleSet
                            .find(id)
                            .orElseThrow(
                                    () ->
                                            line.unusable(
                                                    "articles.jsonl has no article \"" + id + "\"",
                                                    "Write the article_id of one of its lines"));
            return new SourceQuote(
                    article.id(),
                    line.text("type"),
                    spans(line, "content", article.text()),
                    line.has("source") ? spans(line, "source", article.text()) : List.of());
        }

        private static List<TextSpan> spans(JsonLinesRecord line, String field, String text) {
            List<int[]> offsets =
                    line
                            .elements(
                                    field + "_spans",
                                    SourceQuote::isSpan,
                                    "an array of [start, end] arrays")
                            .stream()
                            .map(span -> new int[] {span.get(0).intValue(), span.get(1).intValue()})
                            .toList();
            return SourceArticle.OffsetConverter.utf16Spans(
                    text, offsets, line.object().path(field).asString(""));
        }

        private static boolean isSpan(JsonNode node) {
            return node.size() == 2
                    && node.get(0).isInt()
                    && node.get(1).isInt()
                    && node.get(0).intValue() >= 0;
        }
    }
}
