package dev.verbatim.telegram.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.NatoArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerLengthTest {

    private static final Article ARTICLE =
            new Article(
                    "a",
                    NatoArticle.ARTICLE.publication(),
                    "First. Here.\n\nSecond. This one. Third.\n\nThe end.",
                    List.of(
                            paragraph(new TextSpan(0, 6), new TextSpan(7, 12)),
                            paragraph(
                                    new TextSpan(14, 21),
                                    new TextSpan(22, 31),
                                    new TextSpan(32, 38)),
                            paragraph(new TextSpan(40, 48))),
                    List.of());
    private static final Passage PASSAGE = new Passage(ARTICLE, 2, new TextSpan(14, 38));
    private static final TextSpan EMPHASIS = new TextSpan(22, 31);

    @Test
    void shortIsTheSentenceThatAnswers() {
        assertThat(quoted(AnswerLength.SHORT, 4000)).containsExactly("This one.");
    }

    @Test
    void normalIsThePassage() {
        assertThat(quoted(AnswerLength.NORMAL, 4000)).containsExactly("Second. This one. Third.");
    }

    @Test
    void longHasTheParagraphsBeforeAndAfter() {
        assertThat(quoted(AnswerLength.LONG, 4000))
                .containsExactly("First. Here.", "Second. This one. Third.", "The end.");
    }

    @Test
    void longOmitsAParagraphThatDoesNotFitWhole() {
        assertThat(quoted(AnswerLength.LONG, 24 + 10 + 13))
                .containsExactly("Second. This one. Third.", "The end.");
        assertThat(quoted(AnswerLength.LONG, 24 + 9)).containsExactly("Second. This one. Third.");
    }

    @Test
    void longOfAnArticleWithOneParagraphIsThatParagraph() {
        assertThat(
                        AnswerLength.LONG.excerpts(
                                NatoArticle.PASSAGE, NatoArticle.EMPHASIS, ReplyMessage.MAX_LENGTH))
                .extracting(Excerpt::text)
                .containsExactly(NatoArticle.PARAGRAPH);
    }

    private static Paragraph paragraph(TextSpan... sentences) {
        return new Paragraph(sentences[0].to(sentences[sentences.length - 1]), List.of(sentences));
    }

    private static List<String> quoted(AnswerLength length, int room) {
        return length.excerpts(PASSAGE, EMPHASIS, room).stream().map(Excerpt::text).toList();
    }
}
