package dev.verbatim.telegram.answering;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.property.AwkwardText;
import dev.verbatim.property.RandomSource;
import dev.verbatim.telegram.ArticleFixtures;
import dev.verbatim.telegram.MarkedText;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever an article, its title and its speakers are made of.
class AnswerRendererPropertiesTest {

    private static final List<String> AWKWARD =
            AwkwardText.partsAnd("\uD83D", "\uDE00", "\u0000", "</b>");

    private static final AnswerRenderer RENDERER =
            new AnswerRenderer(MessageCatalog.in(Locale.ENGLISH));

    @Test
    void everyShownWordIsInTheArticle() {
        forAll(
                2000,
                AnswerRendererPropertiesTest::answers,
                found -> {
                    ReplyMessage reply = RENDERER.render(found);

                    String quote = MarkedText.quotes(reply).getFirst();
                    assertThat(found.passage().text()).contains(quote);
                    assertThat(MarkedText.quotes(reply)).hasSize(1);
                });
    }

    @Test
    void passageThatFitsIsShownWholeWithItsEmphasis() {
        forAll(
                2000,
                AnswerRendererPropertiesTest::answers,
                found -> {
                    ReplyMessage reply = RENDERER.render(found);

                    if (found.passage().span().length() < 3000) {
                        assertThat(MarkedText.quotes(reply))
                                .containsExactly(found.passage().text());
                        assertThat(MarkedText.bold(reply))
                                .containsExactly(
                                        found.emphasis().of(found.passage().article().text()));
                    }
                });
    }

    @Test
    void emphasisIsNeverOmittedAltogether() {
        forAll(
                2000,
                AnswerRendererPropertiesTest::answers,
                found -> {
                    ReplyMessage reply = RENDERER.render(found);

                    String emphasis = found.emphasis().of(found.passage().article().text());
                    assertThat(MarkedText.bold(reply)).singleElement().asString().isNotEmpty();
                    assertThat(emphasis).startsWith(MarkedText.bold(reply).getFirst());
                });
    }

    @Test
    void everyMessageIsValidForTelegram() {
        forAll(
                2000,
                AnswerRendererPropertiesTest::answers,
                AnswerRendererPropertiesTest::assertValidForTelegram);
    }

    static void assertValidForTelegram(Answer.Found found) {
        var notFound = new Answer.NotFound(List.of(found.passage(), found.passage()), 0.1, 1, 1);

        for (ReplyMessage reply :
                List.of(
                        RENDERER.render(found),
                        RENDERER.render(closest(found)),
                        RENDERER.renderWithNearest(notFound))) {
            assertThat(reply.text().length()).isBetween(1, ReplyMessage.MAX_LENGTH);
            assertThat(reply.entities())
                    .allMatch(textEntity -> MarkedText.isBetweenCharacters(textEntity, reply));
        }
    }

    @Test
    void closestPassageIsWordForWordAndLabelled() {
        forAll(
                1000,
                AnswerRendererPropertiesTest::answers,
                found -> {
                    ReplyMessage reply = RENDERER.render(closest(found));

                    assertThat(reply.text())
                            .startsWith(MessageCatalog.in(Locale.ENGLISH).closest() + "\n");
                    assertThat(MarkedText.quotes(reply))
                            .isNotEmpty()
                            .allMatch(quote -> found.passage().text().contains(quote));
                });
    }

    private static Answer.Closest closest(Answer.Found found) {
        return new Answer.Closest(found.passage(), found.emphasis(), found.speaker(), 0.3);
    }

    @Test
    void everyReplacementIsWordForWordAndValidForTelegram() {
        forAll(
                1000,
                AnswerRendererPropertiesTest::answers,
                found -> {
                    var view = new PassageRenderer(MessageCatalog.in(Locale.ENGLISH));
                    Passage passage = found.passage();

                    for (ReplyMessage reply :
                            List.of(
                                    view.renderWithContext(passage, found.emphasis(), "— Somebody"),
                                    view.renderLinked(passage, found.emphasis(), ""),
                                    view.renderNumbered(passage, 2, 6),
                                    view.renderChanged(passage),
                                    view.render(passage))) {
                        assertThat(reply.text().length()).isBetween(1, ReplyMessage.MAX_LENGTH);
                        assertThat(reply.entities())
                                .allMatch(
                                        textEntity ->
                                                MarkedText.isBetweenCharacters(textEntity, reply));
                        assertThat(MarkedText.quotes(reply))
                                .isNotEmpty()
                                .allMatch(quote -> passage.article().text().contains(quote));
                    }
                });
    }

    static Answer.Found answers(RandomSource random) {
        List<String> sentences = random.list(1, 12, AnswerRendererPropertiesTest::sentence);
        return found(
                sentences.toArray(String[]::new),
                random.between(0, 11),
                words(random, 1, 400),
                random.between(1, 10) > 3 ? words(random, 1, 400) : null);
    }

    private static Answer.Found found(
            String[] sentences, int answering, String title, @Nullable String name) {
        Article article = ArticleFixtures.oneParagraph(Publication.titled("T" + title), sentences);
        var paragraph = article.paragraphs().getFirst();
        TextSpan emphasis = paragraph.sentences().get(answering % sentences.length);
        var speaker = name == null ? null : new Speaker(name, name);
        return new Answer.Found(new Passage(article, 1, paragraph.span()), emphasis, speaker, 0.9);
    }

    private static String sentence(RandomSource random) {
        return random.oneIn(10) ? words(random, 4000, 9000) : words(random, 1, 600);
    }

    private static String words(RandomSource random, int shortest, int longest) {
        return AwkwardText.words(random, shortest, longest, AnswerRendererPropertiesTest::anyPart);
    }

    private static String anyPart(RandomSource random) {
        return switch (random.between(1, 10)) {
            case 1, 2, 3, 4, 5, 6 -> random.text(1, 1, ' ', '~');
            case 7, 8, 9 -> random.oneOf(AWKWARD);
            default -> random.text(1, 1, '\0', '\uffff');
        };
    }
}
