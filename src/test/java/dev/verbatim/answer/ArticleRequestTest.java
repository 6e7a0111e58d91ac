package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleRequestTest {

    private static final String QUESTION = "QUESTION";

    record Row(String kind, String message) {

        @Override
        public String toString() {
            return message;
        }
    }

    static List<Row> table() {
        return JudgmentRow.table("article-requests.txt", row -> new Row(row.text(0), row.text(1)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void recognisesRequestsAndNoQuestions(Row row) {
        String kind =
                ArticleRequest.parse(row.message())
                        .map(request -> request.kind().name())
                        .orElse(QUESTION);

        assertThat(kind).isEqualTo(row.kind());
    }

    @Test
    void tableOnlyGrows() {
        assertThat(table().stream().filter(row -> !row.kind().equals(QUESTION)))
                .hasSizeGreaterThanOrEqualTo(170);
        assertThat(table().stream().filter(row -> row.kind().equals(QUESTION)))
                .hasSizeGreaterThanOrEqualTo(45);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which article talks about the ships of Seaham? | ships Seaham",
                "Gibt es einen Artikel über den Hafen? | Hafen",
                "В какой статье говорится о кораблях? | кораблях"
            })
    void namesTheSubject(String message, String subject) {
        assertThat(ArticleRequest.parse(message))
                .contains(new ArticleRequest(ArticleRequest.Kind.WHICH, subject));
    }

    static Stream<Language> languages() {
        return Language.withFile().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachLanguageHasPhrasesForEachKind(Language language) {
        assertThat(
                        Stream.of(PhraseClass.values())
                                .filter(PhraseClass::isRequest)
                                .map(kind -> language.file().list(kind.key())))
                .noneMatch(List::isEmpty);
    }

    @Test
    void saysWhatIsKnownOfAnArticleAndWhatIsNot() {
        var article = WeatherArticle.article();
        MessageCatalog english = MessageCatalog.in(Locale.ENGLISH);

        assertThat(new ArticleRequest(ArticleRequest.Kind.AUTHOR, "").reply(article, english))
                .isEqualTo("The article does not say who wrote it.");
        assertThat(new ArticleRequest(ArticleRequest.Kind.SPEAKERS, "").reply(article, english))
                .isEqualTo("The article quotes nobody by name.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who won the cup? And when is the next match?"
                        + " | Who won the cup? / And when is the next match?",
                "Who scored first and who was sent off? | Who scored first? / who was sent off?",
                "Wie viele Schiffe kamen und wann legten sie ab?"
                        + " | Wie viele Schiffe kamen? / wann legten sie ab?",
                "Combien de navires sont venus et quand sont-ils partis ?"
                        + " | Combien de navires sont venus? / quand sont-ils partis ?",
                "When and where do they meet? | When and where do they meet?",
                "What did Smith and Stoltenberg say? | What did Smith and Stoltenberg say?",
                "I read it all. What did he say? | I read it all. What did he say?",
                "Really? What? | Really? What?",
                "Tell me more. | Tell me more.",
            })
    void asksTwoQuestionsOfAMessageOneAfterTheOther(String message, String questions) {
        assertThat(String.join(" / ", Answerer.split(message))).isEqualTo(questions);
    }
}
