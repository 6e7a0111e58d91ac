package dev.verbatim.evaluation;

/// An article that a person has summed up.
///
/// @param reference that person's words
record SourceSummary(SourceArticle article, SourceArticle reference) {

    static SourceSummary from(JsonLinesRecord line) {
        String id = line.text("id");
        String title = line.has("title") ? line.text("title") : "";
        SourceArticle article =
                line.has("sentences")
                        ? SourceArticle.ofParagraphs(id, title, line.texts("sentences"))
                        : SourceArticle.ofText(id, title, line.text("text"));
        SourceSummary summary = new SourceSummary(article, reference(line, id));
        if (summary.article.text().isBlank() || summary.reference.text().isBlank()) {
            throw line.unusable(
                    "\"" + id + "\" has no words to sum up or to compare with",
                    "Write both the article and its \"reference_summary\"");
        }
        return summary;
    }

    private static SourceArticle reference(JsonLinesRecord line, String id) {
        return SourceArticle.ofText(id, "", line.text("reference_summary"));
    }
}
