package dev.verbatim.evaluation;

import dev.verbatim.article.TextSpan;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A quotation that people marked in an article, with the mention of its speaker.
///
/// @param type the set's own classes, such as "direct" or "mixed"
/// @param content spans of its words in the article's text
/// @param source spans of the words that name the speaker
record SourceQuote(String articleId, String type, List<TextSpan> content, List<TextSpan> source) {

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
        return OffsetConverter.utf16Spans(text, offsets, line.object().path(field).asString(""));
    }

    private static boolean isSpan(JsonNode node) {
        return node.size() == 2
                && node.get(0).isInt()
                && node.get(1).isInt()
                && node.get(0).intValue() >= 0;
    }
}
