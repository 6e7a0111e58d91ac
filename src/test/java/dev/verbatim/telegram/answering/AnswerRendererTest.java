package dev.verbatim.telegram.answering;

import static dev.verbatim.telegram.NatoArticle.EMPHASIS;
import static dev.verbatim.telegram.NatoArticle.FOUND;
import static dev.verbatim.telegram.NatoArticle.NOT_FOUND;
import static dev.verbatim.telegram.NatoArticle.PARAGRAPH;
import static dev.verbatim.telegram.NatoArticle.PASSAGE;
import static dev.verbatim.telegram.NatoArticle.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.Language;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.telegram.ArticleFixtures;
import dev.verbatim.telegram.MarkedText;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRendererTest {

    private final AnswerRenderer renderer = new AnswerRenderer(MessageCatalog.in(Locale.ENGLISH));

    @Test
    void answerIsThePassageThenTheSpeakerThenTheSource() {
        ReplyMessage reply = renderer.render(FOUND);

        assertThat(reply.text())
                .isEqualTo(
                        PARAGRAPH
                                + "\n— Julianne Smith, US ambassador to NATO"
                                + "\nNATO allies meet · VOA · October 12, 2022 · ¶1");
    }

    @Test
    void closestPassageIsLabelled() {
        var closest = new Answer.Closest(PASSAGE, EMPHASIS, FOUND.speaker(), 0.3);

        ReplyMessage reply = renderer.render(closest);

        assertThat(reply.text())
                .isEqualTo(
                        MessageCatalog.in(Locale.ENGLISH).closest()
                                + "\n"
                                + renderer.render(FOUND).text());
        assertThat(MarkedText.quotes(reply)).containsExactly(PARAGRAPH);
    }

    @Test
    void passageIsAQuotationAndTheAnswerSentenceIsBold() {
        ReplyMessage reply = renderer.render(FOUND);

        assertThat(MarkedText.quotes(reply)).containsExactly(PARAGRAPH);
        assertThat(MarkedText.bold(reply)).containsExactly(SECOND);
    }

    @Test
    void sourceLinksToThePageAtTheSentence() {
        ReplyMessage reply = renderer.render(FOUND);

        assertThat(MarkedText.links(reply))
                .containsExactly("NATO allies meet · VOA · October 12, 2022 · ¶1");
        assertThat(MarkedText.urls(reply))
                .singleElement()
                .asString()
                .startsWith("https://example.org/nato#:~:text=%E2%80%9CWe%20have");
    }

    @Test
    void namesNoSpeakerForNarration() {
        var answer = new Answer.Found(PASSAGE, EMPHASIS, null, 0.9);

        assertThat(renderer.render(answer).text()).doesNotContain("—");
    }

    @Test
    void saysWhenTheArticleNamesNoSpeaker() {
        var answer = new Answer.Unattributed(PASSAGE, EMPHASIS);

        assertThat(renderer.render(answer).text())
                .startsWith(PASSAGE.text())
                .contains(MessageCatalog.in(Locale.ENGLISH).nobodyNamed());
    }

    @Test
    void articleWithoutAPageHasNoLink() {
        var article = ArticleFixtures.oneParagraph(Publication.titled("A title"), "Words.");
        var passage = new Passage(article, 1, new TextSpan(0, 6));
        var answer = new Answer.Found(passage, passage.span(), null, 0.9);

        ReplyMessage reply = renderer.render(answer);

        assertThat(reply.text()).isEqualTo("Words.\nA title · ¶1");
        assertThat(MarkedText.urls(reply)).isEmpty();
    }

    @Test
    void dateIsInTheReadersLanguage() {
        ReplyMessage reply = new AnswerRenderer(MessageCatalog.in(Locale.GERMAN)).render(FOUND);

        assertThat(reply.text()).contains("12. Oktober 2022");
    }

    @Test
    void longPassageIsCollapsed() {
        var answer = foundIn(sentences(20), 0);

        assertThat(renderer.render(answer).entities())
                .filteredOn(TextEntity.Quote.class::isInstance)
                .allMatch(quote -> ((TextEntity.Quote) quote).expandable());
    }

    @Test
    void cutPassageKeepsTheSentencesAroundTheEmphasis() {
        String[] sentences = sentences(200);
        var answer = foundIn(sentences, 100);

        ReplyMessage reply = renderer.render(answer);

        String quote = MarkedText.quotes(reply).getFirst();
        assertThat(reply.text().length()).isBetween(3900, ReplyMessage.MAX_LENGTH);
        assertThat(String.join(" ", sentences)).contains(quote);
        assertThat(quote).startsWith("Sentence ").endsWith(".");
        assertThat(MarkedText.bold(reply)).containsExactly(sentences[100]);
    }

    @Test
    void omissionsAreMarkedOutsideTheQuotation() {
        ReplyMessage reply = renderer.render(foundIn(sentences(200), 100));

        String quote = MarkedText.quotes(reply).getFirst();
        assertThat(reply.text()).startsWith("[…]\n" + quote + "\n[…]\n");
    }

    @Test
    void nothingIsMarkedWithoutOmission() {
        ReplyMessage atTheStart = renderer.render(foundIn(sentences(200), 0));
        ReplyMessage atTheEnd = renderer.render(foundIn(sentences(200), 199));

        assertThat(atTheStart.text()).startsWith("Sentence number 0 ").contains("\n[…]\n");
        assertThat(atTheEnd.text()).startsWith("[…]\nSentence ").doesNotContain("\n[…]\n");
    }

    @Test
    void sentenceThatIsTooLongIsCutBetweenWords() {
        var answer = foundIn(new String[] {"word ".repeat(2000) + "end."}, 0);

        ReplyMessage reply = renderer.render(answer);

        assertThat(MarkedText.quotes(reply).getFirst()).startsWith("word word").endsWith(" word");
        assertThat(MarkedText.bold(reply)).isEqualTo(MarkedText.quotes(reply));
        assertThat(reply.text()).contains("\n[…]\n");
    }

    @Test
    void noCutSplitsACharacter() {
        String family = "👨‍👩‍👧";
        var answer = foundIn(new String[] {"x" + family.repeat(1000)}, 0);

        String quote = MarkedText.quotes(renderer.render(answer)).getFirst();

        assertThat((quote.length() - 1) % family.length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>bold</b> & <a href=\"https://evil.example\">link</a>",
                "*bold* _italic_ [link](https://evil.example) `code` ||spoiler|| > quote",
                "{0} {1} '{' %s ${token}",
                "\\*\\_\\[",
                "مرحبا \u202Eevil\u202C שלום",
                "e\u0301\u0323 🏳️‍🌈 👩🏽‍🚀"
            })
    void textIsNeverTakenForMarkup(String text) {
        var article = ArticleFixtures.oneParagraph(Publication.titled(text), text);
        var passage = new Passage(article, 1, new TextSpan(0, text.length()));
        var answer = new Answer.Found(passage, passage.span(), new Speaker(text, text), 0.9);

        ReplyMessage reply = renderer.render(answer);

        assertThat(MarkedText.quotes(reply)).containsExactly(text);
        assertThat(reply.entities()).hasSize(2);
    }

    @Test
    void abstentionSaysSoAndShowsNothing() {
        ReplyMessage reply = renderer.render(NOT_FOUND);

        assertThat(reply.text()).contains("do not answer", "1 article (24 passages)");
        assertThat(reply.entities()).isEmpty();
        assertThat(reply.buttons())
                .extracting(ReplyMessage.Button::action)
                .containsExactly(new CallbackData.ShowNearest());
    }

    @Test
    void theLastLineBelowAnAnswerSaysInWhichLanguageTheArticleIs() {
        var asked =
                TranslatedQuestion.of(
                                "Wie viele Schiffe?", Language.GERMAN, Language.ENGLISH, _ -> false)
                        .orElseThrow();
        var answer =
                new Answer.Closest(
                        NOT_FOUND.nearest().getFirst(),
                        NOT_FOUND.nearest().getFirst().span(),
                        null,
                        0.5,
                        asked);

        assertThat(renderer.render(answer).text())
                .contains(PARAGRAPH)
                .contains("The article’s language: English. I looked for: ship");
    }

    @Test
    void noButtonWithoutNearestPassages() {
        ReplyMessage reply = renderer.render(new Answer.NotFound(List.of(), 0, 0, 0));

        assertThat(reply.buttons()).isEmpty();
        assertThat(reply.text()).contains("no articles");
    }

    @Test
    void nearestPassagesAreLabelledAsNoAnswer() {
        ReplyMessage reply = renderer.renderWithNearest(NOT_FOUND);

        assertThat(reply.text())
                .contains("do not answer")
                .contains("They do not answer your question")
                .endsWith(PARAGRAPH + "\nNATO allies meet · VOA · October 12, 2022 · ¶1");
        assertThat(MarkedText.quotes(reply)).containsExactly(PARAGRAPH);
        assertThat(MarkedText.bold(reply)).isEmpty();
    }

    @Test
    void longNearestPassagesFitOneMessage() {
        var passage = ((Answer.Found) foundIn(sentences(300), 0)).passage();
        var answer = new Answer.NotFound(List.of(passage, passage, passage, passage), 0.1, 1, 24);

        ReplyMessage reply = renderer.renderWithNearest(answer);

        assertThat(reply.text().length()).isLessThanOrEqualTo(ReplyMessage.MAX_LENGTH);
        assertThat(MarkedText.quotes(reply))
                .hasSize(3)
                .allMatch(quote -> passage.text().startsWith(quote));
    }

    @Test
    void newAnswerIsShownInsteadOfTheNearestPassages() {
        assertThat(renderer.renderWithNearest(FOUND)).isEqualTo(renderer.render(FOUND));
    }

    @ParameterizedTest
    @EnumSource
    void smallTalkGetsAShortReply(Answer.Intent intent) {
        ReplyMessage reply = renderer.render(new Answer.NoQuestion(intent));

        assertThat(reply.text()).isNotBlank();
        assertThat(reply.entities()).isEmpty();
    }

    private static String[] sentences(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Sentence number " + i + " has some words in it.")
                .toArray(String[]::new);
    }

    private static Answer foundIn(String[] sentences, int answering) {
        var article = ArticleFixtures.oneParagraph(Publication.titled("A title"), sentences);
        var paragraph = article.paragraphs().getFirst();
        var passage = new Passage(article, 1, paragraph.span());
        return new Answer.Found(passage, paragraph.sentences().get(answering), null, 0.9);
    }
}
