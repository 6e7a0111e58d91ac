package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.Evaluation.Plan;
import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.evaluation.SourceArticle.SourceParagraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionSetTest {

    @TempDir private Path folder;

    @BeforeEach
    void writeSet() throws IOException {
        write(
                "articles.jsonl",
                """
                {"article_id": "tea", "title": "Tea", "paragraphs": ["Tea.", "", "Milk goes last."]}
                """);
        write(
                "questions.jsonl",
                """
                {"qid": "1", "question": "When?", "article_id": "tea", "gold_paragraph": 2, \
                "answers": [{"text": "last", "start": 10, "paragraph_index": 2}], "answerable": true}
                """);
    }

    @Test
    void joinsParagraphsByBlankLinesAndKeepsTheirNumbers() throws IOException {
        var tea = read().articleSet().find("tea").orElseThrow();

        assertThat(tea.text()).isEqualTo("Tea.\n\n\n\nMilk goes last.");
        assertThat(tea.paragraphs().get(2)).isEqualTo(new SourceParagraph(8, "Milk goes last."));
        assertThat(tea.paragraphAt(new TextSpan(8, 12))).isEqualTo(2);
    }

    @Test
    void keepsTextAndSplitsItAtBlankLines() throws IOException {
        write("articles.jsonl", article("Tea,\\nhot.\\n \\nMilk  last.\\n"));

        var tea = read().articleSet().find("tea").orElseThrow();

        assertThat(tea.text()).isEqualTo("Tea,\nhot.\n \nMilk  last.\n");
        assertThat(tea.paragraphs())
                .containsExactly(
                        new SourceParagraph(0, "Tea,\nhot."),
                        new SourceParagraph(12, "Milk  last.\n"));
    }

    @Test
    void textWithoutBlankLinesHasOneParagraphPerLine() throws IOException {
        write("articles.jsonl", article("Tea.\\nMilk."));

        var tea = read().articleSet().find("tea").orElseThrow();

        assertThat(tea.paragraphs())
                .containsExactly(new SourceParagraph(0, "Tea."), new SourceParagraph(5, "Milk."));
    }

    @Test
    void readsGoldParagraph() throws IOException {
        assertThat(read().questions().getFirst().paragraphs()).containsExactly(2);
    }

    @Test
    void goldParagraphsDefaultToThoseOfTheAnswers() throws IOException {
        write(
                "questions.jsonl",
                """
                {"question": "When?", "article_id": "tea", "answerable": true, \
                "answers": [{"text": "Tea", "paragraph_index": 0}, {"text": "last", "paragraph_index": 2}]}
                """);

        assertThat(read().questions().getFirst().paragraphs()).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void readsQuestionsUpToTheLimit() throws IOException {
        String line = Files.readString(folder.resolve("questions.jsonl"));
        write("questions.jsonl", line.repeat(3));

        var set = QuestionSet.read(new Plan(folder, Scope.ALL, 2, null));

        assertThat(set.questions()).hasSize(2);
    }

    @Test
    void asksTheQuestionsOfAnotherFileWithTheAnswersOfItsOwn() throws IOException {
        write(
                "questions.jsonl",
                """
                {"qid": "1", "question": "When?", "article_id": "tea", "gold_paragraph": 2, \
                "answers": [], "answerable": true}
                """);
        write(
                "others.jsonl",
                """
                {"qid": "1", "question": "Wann?", "article_id": "tee", "gold_paragraph": 0, \
                "answers": [], "answerable": true, "language": "de"}
                {"qid": "1", "question": "Коли?", "article_id": "tea", "gold_paragraph": 0, \
                "answers": [], "answerable": true, "language": "uk"}
                """);
        var others = new Evaluation.QuestionFile(folder.resolve("others.jsonl"), "de");

        var set = QuestionSet.read(new Plan(folder, Scope.ALL, 9, null, others));

        assertThat(set.questions())
                .singleElement()
                .satisfies(
                        question -> {
                            assertThat(question.text()).isEqualTo("Wann?");
                            assertThat(question.language()).isEqualTo("de");
                            assertThat(question.articleId()).isEqualTo("tea");
                            assertThat(question.paragraphs()).containsExactly(2);
                        });
    }

    @Test
    void indexesOnlyNamedArticles() throws IOException {
        write("only.jsonl", "{\"article_id\": \"coffee\"}\n");

        var set = read(folder.resolve("only.jsonl"));

        assertThat(set.articleSet().all()).isEmpty();
        assertThat(set.questions()).hasSize(1);
    }

    @Test
    void readsQuotesWithoutQuestions() throws IOException {
        Files.delete(folder.resolve("questions.jsonl"));
        write("quotes.jsonl", quote("[[8, 12], [18, 22]]", "Milk last"));

        var quote = read().quotesIn("tea").getFirst();

        assertThat(quote.content()).containsExactly(new TextSpan(8, 12), new TextSpan(18, 22));
        assertThat(quote.source()).containsExactly(new TextSpan(0, 3));
    }

    @Test
    void acceptsOffsetsInCodePoints() throws IOException {
        write("articles.jsonl", article("Tea 😀😀 hot"));
        write("quotes.jsonl", quote("[[7, 10]]", "hot"));

        var quote = read().quotesIn("tea").getFirst();

        assertThat(quote.content()).containsExactly(new TextSpan(9, 12));
    }

    @Test
    void acceptsOffsetsInUtf16() throws IOException {
        write("articles.jsonl", article("Tea 😀😀 hot"));
        write("quotes.jsonl", quote("[[9, 12]]", "hot"));

        var quote = read().quotesIn("tea").getFirst();

        assertThat(quote.content()).containsExactly(new TextSpan(9, 12));
    }

    @Test
    void reportsLineThatIsNotJson() throws IOException {
        write("questions.jsonl", "\n{\"qid\": \n");

        assertUnusable(
                "questions.jsonl line 2: {\"qid\":  is not a JSON object."
                        + " Write one JSON object a line.");
    }

    @Test
    void reportsMissingField() throws IOException {
        write("questions.jsonl", "{\"qid\": \"1\"}\n");

        assertUnusable(
                "questions.jsonl line 1: {\"qid\":\"1\"} without \"answers\" can't be used."
                        + " Write \"answers\" with an array of objects as value.");
    }

    @Test
    void reportsFieldOfWrongType() throws IOException {
        write("articles.jsonl", "{\"article_id\": 7}\n");

        assertUnusable(
                "articles.jsonl line 1: \"article_id\": 7 can't be used."
                        + " Write \"article_id\" with a string as value.");
    }

    @Test
    void answerableQuestionNeedsParagraph() throws IOException {
        write(
                "questions.jsonl",
                "{\"question\":\"?\",\"article_id\":\"tea\",\"answers\":[],\"answerable\":true}");

        assertUnusable(
                "questions.jsonl line 1: the question is answerable, but no paragraph is said to"
                        + " answer it. Write \"gold_paragraph\", or \"answers\" with a"
                        + " \"paragraph_index\".");
    }

    @Test
    void questionWithoutAnswersMeasuresAbstentionOnly() throws IOException {
        write(
                "questions.jsonl",
                """
                {"question":"What is tea?","answerable":true}
                {"question":"Who is Tea?","article_id":"tea","answerable":false}
                """);

        assertThat(read().questions())
                .extracting(SourceQuestion::answerable)
                .containsExactly(true, false);
        assertThat(read().questions()).allMatch(question -> question.paragraphs().isEmpty());
    }

    @Test
    void rejectsFolderWithoutQuestions() throws IOException {
        Files.delete(folder.resolve("questions.jsonl"));

        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(this::read)
                .withMessage(folder + " has neither questions.jsonl nor quotes.jsonl.");
    }

    @Test
    void rejectsFolderWithoutArticles() throws IOException {
        Files.delete(folder.resolve("articles.jsonl"));

        assertUnusable("articles.jsonl does not exist.");
    }

    @Test
    void rejectsDuplicateArticleId() throws IOException {
        write("articles.jsonl", article("Tea.").repeat(2));

        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(this::read)
                .withMessage(
                        "articles.jsonl has the article_id \"tea\" twice."
                                + " Give each article its own.");
    }

    private void assertUnusable(String message) {
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(this::read)
                .withMessage(folder + "/" + message);
    }

    private QuestionSet read() throws IOException {
        return read(null);
    }

    private QuestionSet read(@Nullable Path indexOnly) throws IOException {
        return QuestionSet.read(new Plan(folder, Scope.ALL, Integer.MAX_VALUE, indexOnly));
    }

    private static String article(String text) {
        return "{\"article_id\": \"tea\", \"title\": \"Tea\", \"text\": \"" + text + "\"}\n";
    }

    private static String quote(String spans, String content) {
        return """
        {"quote_id": "q", "article_id": "tea", "type": "direct", "content": "%s", \
        "content_spans": %s, "source": "Tea", "source_spans": [[0, 3]], "cue": "said"}
        """
                .formatted(content, spans);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
