package dev.verbatim.telegram.answering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.DialogueContext;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.Hours;
import dev.verbatim.telegram.NatoArticle;
import dev.verbatim.telegram.answering.StoredAnswer.Asking;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnswerStoreTest {

    private static final long CHAT = -5;
    private static final long PERSON = 7;

    @TempDir private Path data;
    private final Hours clock = new Hours();
    private final Retention retention =
            new Retention(Duration.ofDays(30), Duration.ofMinutes(10), Duration.ofDays(90));
    private StoreFile file;
    private AnswerStore answers;
    private UnansweredQuestionStore unansweredQuestionStore;

    @BeforeEach
    void open() {
        file = StoreFile.in(data);
        answers = new AnswerStore(file.store(), clock, retention);
        unansweredQuestionStore = new UnansweredQuestionStore(file.store(), clock, retention);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void whatIsKeptIsReadBackWhole() {
        var shown =
                Outcome.Shown.of(
                        Reason.ANSWERED,
                        NatoArticle.PASSAGE,
                        NatoArticle.EMPHASIS,
                        new Speaker("Julianne Smith", null));
        var after =
                new DialogueContext(
                        "Who?", List.of(new DialogueContext.Shown("nato", 17, new TextSpan(1, 2))));
        StoredAnswer answer =
                answers.made(asking(1, "Who? 🚢"), shown, DialogueContext.NONE, after);

        keep(answer);

        assertThat(answers.find(CHAT, answer.id())).contains(answer);
    }

    @Test
    void itIsFoundByTheMessageItIsInAndByTheQuestion() {
        StoredAnswer answer = abstained(1);
        keep(answer);
        write(rows -> answers.sent(CHAT, 99, String.valueOf(answer.id()), rows));

        assertThat(answers.inMessage(CHAT, 99)).contains(answer);
        assertThat(answers.toQuestion(CHAT, 1)).contains(answer);
        assertThat(answers.inMessage(CHAT + 1, 99)).isEmpty();
    }

    @Test
    void aSupergroupHasTheAnswersButOtherNumbers() {
        StoredAnswer answer = abstained(1);
        keep(answer);
        write(rows -> answers.sent(CHAT, 99, String.valueOf(answer.id()), rows));

        write(rows -> answers.moved(CHAT, -100, rows));

        assertThat(answers.find(-100, answer.id())).isPresent();
        assertThat(answers.inMessage(-100, 99)).isEmpty();
        assertThat(answers.toQuestion(-100, 1)).isEmpty();
    }

    @Test
    void whatIsTooOldIsDeletedWithWhatWasSaidOfIt() {
        StoredAnswer answer = abstained(1);
        keep(answer);
        write(rows -> AnswerStore.judge(answer.id(), PERSON, true, rows));
        write(rows -> UnansweredQuestionStore.count("Who?", clock.instant(), rows));
        clock.pass(Duration.ofDays(31));

        answers.tidy();
        unansweredQuestionStore.tidy();

        assertThat(count("given_answer")).isZero();
        assertThat(count("feedback")).isZero();
        assertThat(unansweredQuestionStore.most(5))
                .containsExactly(new UnansweredQuestionStore.Counted("Who?", 1));
        clock.pass(Duration.ofDays(60));
        unansweredQuestionStore.tidy();
        assertThat(count("unanswered")).isZero();
    }

    @Test
    void questionsAreCountedByTheirWordsOnWhateverDay() {
        write(rows -> UnansweredQuestionStore.count("Who came?", clock.instant(), rows));
        clock.pass(Duration.ofDays(1));
        write(rows -> UnansweredQuestionStore.count("who  came", clock.instant(), rows));
        write(rows -> UnansweredQuestionStore.count("Хто прийшов?", clock.instant(), rows));

        assertThat(unansweredQuestionStore.most(5))
                .extracting(UnansweredQuestionStore.Counted::times)
                .containsExactly(2, 1);
    }

    private StoredAnswer abstained(long question) {
        return answers.made(
                asking(question, "Who?"),
                new Outcome.Abstained(),
                DialogueContext.NONE,
                DialogueContext.NONE);
    }

    private Asking asking(long question, String text) {
        return new Asking(CHAT, 0, PERSON, question, clock.instant(), text);
    }

    private void keep(StoredAnswer answer) {
        write(rows -> AnswerStore.keep(answer, rows));
    }

    private void write(Consumer<JdbcClient> statements) {
        file.store()
                .write(
                        rows -> {
                            statements.accept(rows);
                            return 0;
                        });
    }

    private long count(String table) {
        return file.store()
                .read(rows -> rows.sql("select count(*) from " + table).query(Long.class).single());
    }
}
