package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.format.ParsedBody;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.language.LanguageDetector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A linter that finds [ValidationWarning]s in an article that is about to be served.
final class ArticleLinter {

    // Longer ones reach readers in three parts or more.
    private static final int LONG_PARAGRAPH = 3_000;

    // With so many characters the detector was right 997 times in 1,000.
    private static final int SAMPLE_LENGTH = 300;

    // A page with hardly anything beside its article needs no report of it.
    private static final int WHOLE_PAGE = 90;

    private final Library library;
    private final Predicate<Locale> encoded;

    /// @param encoded whether the encoder has vectors for a language
    ArticleLinter(Library library, Predicate<Locale> encoded) {
        this.library = library;
        this.encoded = encoded;
    }

    List<ValidationWarning> warnings(ArticleReader.ParsedArticle parsed) {
        Article article = parsed.article();
        List<ValidationWarning> warnings = new ArrayList<>(omittedFacts(parsed));
        warnings.addAll(ofPublication(article.publication()));
        language(article).ifPresent(warnings::add);
        longParagraphs(article).ifPresent(warnings::add);
        unattributedQuotations(article).ifPresent(warnings::add);
        omittedText(parsed.body().omitted()).ifPresent(warnings::add);
        takenShare(parsed.body()).ifPresent(warnings::add);
        duplicateText(article).ifPresent(warnings::add);
        similarName(article.id()).ifPresent(warnings::add);
        return warnings;
    }

    private static List<ValidationWarning> omittedFacts(ArticleReader.ParsedArticle parsed) {
        Path name = Path.of(parsed.article().id());
        return parsed.body().frontMatter().omitted().stream()
                .<ValidationWarning>map(
                        fact -> new ValidationWarning.OmittedFact(fact.in(name).toString()))
                .toList();
    }

    private static List<ValidationWarning> ofPublication(Publication publication) {
        List<ValidationWarning> warnings = new ArrayList<>();
        if (publication.published() == null) {
            warnings.add(new ValidationWarning.MissingDate());
        }
        if (publication.url() == null) {
            warnings.add(new ValidationWarning.MissingUrl());
        }
        return warnings;
    }

    private Optional<ValidationWarning> language(Article article) {
        Locale assumed = article.publication().language();
        if (assumed.equals(Locale.ROOT)) {
            return Optional.of(new ValidationWarning.UnknownLanguage());
        }
        Optional<ValidationWarning> conflict =
                samples(article.text())
                        .map(LanguageDetector::detect)
                        .filter(likely -> !likely.getLanguage().equals(assumed.getLanguage()))
                        .findFirst()
                        .map(likely -> new ValidationWarning.UncertainLanguage(assumed, likely));
        return conflict.or(() -> unsupportedLanguage(assumed));
    }

    /// The beginning and the end.
    private static Stream<String> samples(String text) {
        return text.length() < SAMPLE_LENGTH
                ? Stream.empty()
                : Stream.of(
                        text.substring(0, SAMPLE_LENGTH),
                        text.substring(text.length() - SAMPLE_LENGTH));
    }

    private Optional<ValidationWarning> unsupportedLanguage(Locale language) {
        return encoded.test(language)
                ? Optional.empty()
                : Optional.of(new ValidationWarning.UnsupportedLanguage(language));
    }

    private static Optional<ValidationWarning> longParagraphs(Article article) {
        List<Paragraph> paragraphs = article.paragraphs();
        int[] numbers =
                IntStream.rangeClosed(1, paragraphs.size())
                        .filter(number -> isLong(paragraphs.get(number - 1)))
                        .toArray();
        return numbers.length == 0
                ? Optional.empty()
                : Optional.of(
                        new ValidationWarning.LongParagraphs(
                                LONG_PARAGRAPH, numbers.length, numbers[0]));
    }

    private static boolean isLong(Paragraph paragraph) {
        return paragraph.span().length() > LONG_PARAGRAPH;
    }

    private static Optional<ValidationWarning> unattributedQuotations(Article article) {
        List<Quotation> unattributed =
                article.quotations().stream()
                        .filter(quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
                        .filter(quotation -> quotation.speaker() == null)
                        .toList();
        return unattributed.stream()
                .findFirst()
                .map(
                        first ->
                                new ValidationWarning.UnattributedQuotations(
                                        unattributed.size(), paragraphNumber(first, article)));
    }

    private static int paragraphNumber(Quotation quotation, Article article) {
        long before =
                article.paragraphs().stream()
                        .takeWhile(paragraph -> !paragraph.span().overlaps(quotation.content()))
                        .count();
        return (int) before + 1;
    }

    private static Optional<ValidationWarning> omittedText(List<String> pieces) {
        return pieces.stream()
                .findFirst()
                .map(
                        first ->
                                new ValidationWarning.OmittedText(
                                        pieces.size(), ValidationError.abbreviate(first)));
    }

    private static Optional<ValidationWarning> takenShare(ParsedBody body) {
        return Optional.ofNullable(body.pageShare())
                .filter(share -> share.percent() < WHOLE_PAGE)
                .map(
                        share ->
                                new ValidationWarning.TakenShare(
                                        share.percent(),
                                        ValidationError.abbreviate(share.element())));
    }

    private Optional<ValidationWarning> similarName(String id) {
        return library.withSimilarName(id).map(ValidationWarning.SimilarName::new);
    }

    private Optional<ValidationWarning> duplicateText(Article article) {
        return library.withText(article.text()).stream()
                .filter(other -> !other.articleId().equals(article.id()))
                .findFirst()
                .map(ValidationWarning.DuplicateText::new);
    }
}
