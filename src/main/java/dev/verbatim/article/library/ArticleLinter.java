package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.Paragraph;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.format.LanguageDetector;
import dev.verbatim.article.format.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Looks for [ValidationWarning]s in an article that is about to be served.
final class ArticleLinter {

    // Readers get it in three parts or more.
    private static final int LONG_PARAGRAPH = 3_000;

    // By so many characters a language is told rightly 997 times in 1,000.
    private static final int SAMPLE = 300;

    private final LanguageDetector languages = new LanguageDetector();
    private final Library library;
    private final Predicate<Locale> spoken;

    /// @param spoken whether the encoder has vectors for a language
    ArticleLinter(Library library, Predicate<Locale> spoken) {
        this.library = library;
        this.spoken = spoken;
    }

    List<ValidationWarning> warnings(ParsedArticle parsedArticle) {
        Article article = parsedArticle.article();
        List<ValidationWarning> doubts = new ArrayList<>(ofPublication(article.publication()));
        language(article).ifPresent(doubts::add);
        longParagraphs(article).ifPresent(doubts::add);
        speakersUnknown(article).ifPresent(doubts::add);
        leftOut(parsedArticle.body().omitted()).ifPresent(doubts::add);
        sameText(article).ifPresent(doubts::add);
        return doubts;
    }

    private static List<ValidationWarning> ofPublication(Publication publication) {
        List<ValidationWarning> doubts = new ArrayList<>();
        if (publication.published() == null) {
            doubts.add(new ValidationWarning.MissingDate());
        }
        if (publication.url() == null) {
            doubts.add(new ValidationWarning.MissingUrl());
        }
        return doubts;
    }

    private Optional<ValidationWarning> language(Article article) {
        Locale taken = article.publication().language();
        if (taken.equals(Locale.ROOT)) {
            return Optional.of(new ValidationWarning.UnknownLanguage());
        }
        Optional<ValidationWarning> other =
                samples(article.text())
                        .map(languages::detect)
                        .filter(likely -> !likely.getLanguage().equals(taken.getLanguage()))
                        .findFirst()
                        .map(likely -> new ValidationWarning.UncertainLanguage(taken, likely));
        return other.or(() -> notSpoken(taken));
    }

    /// The beginning and the end.
    private static Stream<String> samples(String text) {
        return text.length() < SAMPLE
                ? Stream.empty()
                : Stream.of(text.substring(0, SAMPLE), text.substring(text.length() - SAMPLE));
    }

    private Optional<ValidationWarning> notSpoken(Locale language) {
        return spoken.test(language)
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

    private static Optional<ValidationWarning> speakersUnknown(Article article) {
        List<Quotation> unknown =
                article.quotations().stream()
                        .filter(quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
                        .filter(quotation -> quotation.speaker() == null)
                        .toList();
        return unknown.stream()
                .findFirst()
                .map(
                        first ->
                                new ValidationWarning.UnattributedQuotations(
                                        unknown.size(), paragraph(first, article)));
    }

    private static int paragraph(Quotation quotation, Article article) {
        int before =
                (int)
                        article.paragraphs().stream()
                                .takeWhile(p -> !p.span().overlaps(quotation.content()))
                                .count();
        return before + 1;
    }

    private static Optional<ValidationWarning> leftOut(List<String> pieces) {
        return pieces.stream()
                .findFirst()
                .map(
                        first ->
                                new ValidationWarning.OmittedText(
                                        pieces.size(), ValidationError.abbreviate(first)));
    }

    private Optional<ValidationWarning> sameText(Article article) {
        return library.withText(TextFingerprint.of(article.text())).stream()
                .filter(other -> !other.articleId().equals(article.id()))
                .findFirst()
                .map(ValidationWarning.DuplicateText::new);
    }
}
