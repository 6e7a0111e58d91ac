package dev.verbatim.telegram.answering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.DialogueContext;
import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.ArticleFixtures;
import dev.verbatim.telegram.MutableClock;
import dev.verbatim.telegram.NatoArticle;
import dev.verbatim.telegram.answering.OutdatedAnswers.InformedChat;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.Reason;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class AnswerStoreTest {

    private static final long CHAT = -5;
    private static final long PERSON = 7;
    private static final Article CHANGED =
            ArticleFixtures.paragraphs(
                    NatoArticle.ARTICLE.id(), "NATO allies meet", "They met somewhere else.");

    @TempDir private Path data;
    private final MutableClock clock = new MutableClock();
    private final Retention retention =
            new Retention(
                    Duration.ofDays(30),
                    Duration.ofMinutes(10),
                    Duration.ofDays(90),
                    Duration.ofDays(30),
                    3,
                    Duration.ZERO);
    private StoreFile file;
    private AnswerStore answers;
    private UnansweredQuestionStore unansweredQuestionStore;

    @BeforeEach
    void open() {
        file = StoreFile.in(data);
        answers = new AnswerStore(file.store(), clock, retention, _ -> true);
        unansweredQuestionStore = new UnansweredQuestionStore(file.store(), clock, retention);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void storedAnswerIsReadBackWhole() {
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
                answers.create(asking(1, "Who? 🚢"), shown, DialogueContext.NONE, after);

        keep(answer);

        assertThat(answers.find(CHAT, answer.id())).contains(answer);
    }

    @Test
    void findsAnAnswerByItsMessageAndItsQuestion() {
        StoredAnswer answer = abstained(1);
        keep(answer);
        write(rows -> answers.sent(CHAT, 99, String.valueOf(answer.id()), rows));

        assertThat(answers.findByMessage(CHAT, 99)).contains(answer);
        assertThat(answers.findByQuestion(CHAT, 1)).contains(answer);
        assertThat(answers.findByMessage(CHAT + 1, 99)).isEmpty();
    }

    @Test
    void movingToASupergroupKeepsAnswersButNotMessageIds() {
        StoredAnswer answer = abstained(1);
        keep(answer);
        write(rows -> answers.sent(CHAT, 99, String.valueOf(answer.id()), rows));

        write(rows -> answers.chatMoved(CHAT, -100, rows));

        assertThat(answers.find(-100, answer.id())).isPresent();
        assertThat(answers.findByMessage(-100, 99)).isEmpty();
        assertThat(answers.findByQuestion(-100, 1)).isEmpty();
    }

    @Test
    void purgesExpiredAnswersWithTheirRatings() {
        StoredAnswer answer = abstained(1);
        keep(answer);
        write(rows -> AnswerRatings.rate(answer.id(), PERSON, true, rows));
        write(rows -> UnansweredQuestionStore.increment("Who?", clock.instant(), rows));
        clock.advance(Duration.ofDays(31));

        answers.purgeExpired();
        unansweredQuestionStore.purgeExpired();

        assertThat(count("given_answer")).isZero();
        assertThat(count("feedback")).isZero();
        assertThat(unansweredQuestionStore.mostFrequent(5))
                .containsExactly(new UnansweredQuestionStore.QuestionCount("Who?", 1));
        clock.advance(Duration.ofDays(60));
        unansweredQuestionStore.purgeExpired();
        assertThat(count("unanswered")).isZero();
    }

    @Test
    void countsQuestionsByTheirWordsAcrossDays() {
        write(rows -> UnansweredQuestionStore.increment("Who came?", clock.instant(), rows));
        clock.advance(Duration.ofDays(1));
        write(rows -> UnansweredQuestionStore.increment("who  came", clock.instant(), rows));
        write(rows -> UnansweredQuestionStore.increment("Хто прийшов?", clock.instant(), rows));

        assertThat(unansweredQuestionStore.mostFrequent(5))
                .extracting(UnansweredQuestionStore.QuestionCount::times)
                .containsExactly(2, 1);
    }

    @Test
    void findsTheChatsWhosePassageHasChangedUntilTheyAreTold() {
        StoredAnswer first = shown(1);
        StoredAnswer last = shown(2);
        keep(first);
        keep(last);
        keep(abstained(3));
        write(rows -> answers.sent(CHAT, 99, String.valueOf(first.id()), rows));

        List<InformedChat> chats = answers.outdated().find(CHANGED);

        assertThat(answers.outdated().find(NatoArticle.ARTICLE)).isEmpty();
        assertThat(chats).hasSize(1);
        assertThat(chats.getFirst().context().messageId()).isEqualTo(99);
        assertThat(chats.getFirst().context().language()).isEqualTo(Locale.ENGLISH);
        assertThat(chats.getFirst().answers()).containsExactly(first.id(), last.id());
        write(rows -> OutdatedAnswers.markTold(chats.getFirst(), rows));
        assertThat(answers.outdated().find(CHANGED)).isEmpty();
    }

    @Test
    void forgottenAnswersAreNotOutdated() {
        keep(shown(1));
        clock.advance(Duration.ofDays(31));

        assertThat(answers.outdated().find(CHANGED)).isEmpty();
    }

    private StoredAnswer shown(long question) {
        var shown =
                Outcome.Shown.of(Reason.ANSWERED, NatoArticle.PASSAGE, NatoArticle.EMPHASIS, null);
        return answers.create(
                asking(question, "Who?"), shown, DialogueContext.NONE, DialogueContext.NONE);
    }

    private StoredAnswer abstained(long question) {
        return answers.create(
                asking(question, "Who?"),
                new Outcome.Abstained(),
                DialogueContext.NONE,
                DialogueContext.NONE);
    }

    private AskedQuestion asking(long question, String text) {
        return new AskedQuestion(CHAT, 0, PERSON, question, clock.instant(), text, Locale.ENGLISH);
    }

    private void keep(StoredAnswer answer) {
        write(rows -> AnswerStore.insert(answer, rows));
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
