package dev.verbatim.summary;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.property.RandomSource;
import dev.verbatim.summary.Summary.NewsDigest;
import dev.verbatim.summary.Summary.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What holds for a summary of any article, sensible or not.
@Execution(ExecutionMode.CONCURRENT)
class SummarizerPropertiesIT {

    private static final List<String> KNOWN =
            List.of(
                    "The town of Seaham opened its new harbour on Monday.",
                    "Forty fishing boats sailed into the basin at noon.",
                    "The harbour cost the town nine million pounds.",
                    "He had waited for that day all his life.",
                    "But nobody else had been told of it.",
                    "This is what the council had wanted.",
                    "In 1995, she had promised a new pier.",
                    "“The boats will come back,” said Mayor Jane Doe.",
                    "“We are ready for the boats,” she said.",
                    "“The boats will come back. We all",
                    "knew it from the start.” The mayor agreed.",
                    "The pier will be next, she said, if there is money.",
                    "Doe called the harbour “a first step” for the town.",
                    "Photo: the harbour of the town on Monday.",
                    "Who paid for all of this?",
                    "Die Stadt hat am Montag einen neuen Hafen eröffnet.",
                    "Danach kam niemand mehr in den Hafen zurück.",
                    "Город открыл в понедельник новый порт.",
                    "Он ждал этого дня всю свою жизнь.",
                    "Dr. Roe",
                    "«",
                    "\"");

    /// Vectors that mean nothing, but are always the same.
    private static final Summarizer SUMMARIZER =
            new Summarizer(
                    language -> language.equals(Locale.ENGLISH),
                    text -> {
                        double angle = text.hashCode();
                        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
                    });

    @Test
    void everySentenceIsASentenceOfItsParagraph() {
        forAll(
                SummarizerPropertiesIT::articles,
                source -> source.between(1, 9),
                (article, count) -> {
                    assertThat(SUMMARIZER.summarize(article, count).sentences())
                            .allMatch(
                                    one ->
                                            article.paragraphs()
                                                    .get(one.passage().paragraph() - 1)
                                                    .sentences()
                                                    .contains(one.passage().span()));
                });
    }

    @Test
    void sentencesAreOrderedDistinctAndLimited() {
        forAll(
                SummarizerPropertiesIT::articles,
                source -> source.between(1, 9),
                (article, count) -> {
                    List<TextSpan> spans = spans(SUMMARIZER.summarize(article, count));

                    assertThat(spans).hasSizeLessThanOrEqualTo(count);
                    for (int i = 1; i < spans.size(); i++) {
                        assertThat(spans.get(i).start())
                                .isGreaterThanOrEqualTo(spans.get(i - 1).end());
                    }
                });
    }

    @Test
    void noSentenceDangles() {
        forAll(
                SummarizerPropertiesIT::articles,
                source -> source.between(1, 9),
                (article, count) -> {
                    assertThat(SUMMARIZER.summarize(article, count).dangles()).isFalse();
                });
    }

    @Test
    void noQuotationIsCutOrWithoutSpeaker() {
        forAll(
                SummarizerPropertiesIT::articles,
                source -> source.between(1, 9),
                (article, count) -> {
                    for (Sentence sentence : SUMMARIZER.summarize(article, count).sentences()) {
                        TextSpan span = sentence.passage().span();
                        assertThat(article.quotationsIn(span))
                                .filteredOn(
                                        quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
                                .allMatch(quotation -> span.contains(quotation.content()))
                                .allMatch(
                                        quotation ->
                                                sentence.speaker() != null
                                                        || named(quotation, span));
                    }
                });
    }

    private static boolean named(Quotation quotation, TextSpan span) {
        TextSpan source = quotation.source();
        return source != null && span.contains(source);
    }

    @Test
    void digestRepeatsNothingAndNothingDangles() {
        forAll(
                SummarizerPropertiesIT::articles,
                SummarizerPropertiesIT::articles,
                (one, other) -> {
                    NewsDigest digest = SUMMARIZER.digest(List.of(one, renamed(other)));

                    List<Sentence> told =
                            digest.items().stream()
                                    .flatMap(SummarizerPropertiesIT::sentences)
                                    .toList();
                    assertThat(new HashSet<>(told)).hasSameSizeAs(told);
                    for (NewsDigest.Item item : digest.items()) {
                        List<Sentence> own =
                                item.facts().stream().map(NewsDigest.Fact::sentence).toList();
                        assertThat(own).isNotEmpty().hasSizeLessThanOrEqualTo(2);
                        assertThat(new Summary(item.article(), own).dangles()).isFalse();
                    }
                });
    }

    private static Stream<Sentence> sentences(NewsDigest.Item item) {
        return item.facts().stream()
                .flatMap(
                        fact ->
                                Stream.concat(
                                        Stream.of(fact.sentence()), fact.elsewhere().stream()));
    }

    private static Article renamed(Article article) {
        return new Article(
                "other",
                article.publication(),
                article.text(),
                article.paragraphs(),
                article.quotations());
    }

    private static List<TextSpan> spans(Summary summary) {
        return summary.sentences().stream().map(one -> one.passage().span()).toList();
    }

    /// Sentences that say something, point back, quote and announce, in any mixture.
    private static Article articles(RandomSource random) {
        List<String> parts =
                random.list(
                        0,
                        25,
                        source ->
                                (source.oneIn(13) ? source.anyText(12) : source.oneOf(KNOWN))
                                        + source.oneOf(" ", " ", "\n\n"));
        return article(parts, random.oneOf("en", "en", "de", "ru", ""));
    }

    private static Article article(List<String> parts, String language) {
        return SummaryFixtures.of(Locale.of(language), "article", String.join("", parts));
    }
}
