package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.WordTokenizer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A finder of the sentences of an article that refer back to the previous one: by their opening,
/// by a noun that was introduced before, or by a "she said" that doesn't tell who she is.
///
/// A noun in the title or in the first sentence refers back to nothing: that is where the article
/// itself mentions it first.
final class BackReferences {

    private static final WordTokenizer WORDS = WordTokenizer.joinedBy("-'’");

    private final Article article;
    private final SummaryCues cues;
    private final List<TextSpan> first;
    private final Set<String> introduced;

    BackReferences(Article article) {
        this.article = article;
        cues = SummaryCues.of(article.publication().language());
        first =
                article.paragraphs().stream()
                        .map(Paragraph::sentences)
                        .flatMap(List::stream)
                        .limit(1)
                        .toList();
        introduced =
                Stream.concat(
                                Stream.of(article.publication().title()),
                                first.stream().map(span -> span.of(article.text())))
                        .flatMap(WORDS::words)
                        .map(WordTokenizer.Word::lower)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a sentence needs the previous one.
    boolean isIn(TextSpan sentence) {
        String text = sentence.of(article.text());
        return cues.dependsOnPrevious(text)
                || (!first.contains(sentence) && referToSubject(text))
                || article.quotationsIn(sentence).stream()
                        .filter(quotation -> quotation.kind() == Kind.INDIRECT)
                        .map(Quotation::source)
                        .filter(Objects::nonNull)
                        .anyMatch(source -> sentence.contains(source) && isPronoun(source));
    }

    private boolean referToSubject(String sentence) {
        return cues.namesSomethingBefore(sentence, introduced::contains)
                || cues.comparesWithSomethingBefore(sentence);
    }

    private boolean isPronoun(TextSpan mention) {
        return cues.isPronoun(mention.of(article.text()));
    }
}
