package dev.verbatim.telegram.answering;

import dev.verbatim.article.Article;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome.Shown;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the answers that have shown a passage which reads differently now, or is no longer in
/// its article, and of who was told so. Thread-safe.
final class OutdatedAnswers {

    private final Store store;
    private final Clock clock;
    private final Retention retention;

    OutdatedAnswers(Store store, Clock clock, Retention retention) {
        this.store = store;
        this.clock = clock;
        this.retention = retention;
    }

    /// A chat that was given such a passage.
    ///
    /// @param context where it was given, with the message that has it, as far as that is known
    /// @param answers the ids of all answers with such a passage of the article
    record InformedChat(MessageContext context, List<Long> answers) {

        InformedChat {
            answers = List.copyOf(answers);
        }

        private static InformedChat of(List<GivenAnswer> answers) {
            GivenAnswer last =
                    answers.reversed().stream()
                            .filter(answer -> answer.messageId() != 0)
                            .findFirst()
                            .orElse(answers.getLast());
            return new InformedChat(
                    last.context(), answers.stream().map(answer -> answer.stored().id()).toList());
        }
    }

    /// @param messageId 0 when it isn't known
    private record GivenAnswer(StoredAnswer stored, int messageId) {

        private static GivenAnswer read(ResultSet row, int number) throws SQLException {
            return new GivenAnswer(StoredAnswerRow.read(row, number), row.getInt("message_id"));
        }

        private boolean isOutdated(Article now) {
            return stored.outcome() instanceof Shown shown && !shown.reference().isStillIn(now);
        }

        private MessageContext context() {
            AskedQuestion asked = stored.asked();
            long chat = asked.chatId();
            return new MessageContext(
                    chat,
                    messageId,
                    asked.topicId() == 0 ? null : (int) asked.topicId(),
                    asked.language(),
                    chat,
                    chat > 0 ? ChatKind.PRIVATE : ChatKind.SUPERGROUP);
        }
    }

    /// Finds the open chats that were given a passage of an article which has changed, and haven't
    /// been told.
    ///
    /// @param now the article as it reads now
    List<InformedChat> find(Article now) {
        Map<Long, List<GivenAnswer>> byChat =
                untold(now.id()).stream()
                        .filter(answer -> answer.isOutdated(now))
                        .collect(
                                Collectors.groupingBy(
                                        answer -> answer.stored().asked().chatId(),
                                        TreeMap::new,
                                        Collectors.toList()));
        return byChat.values().stream().map(InformedChat::of).toList();
    }

    private List<GivenAnswer> untold(String articleId) {
        long since = clock.instant().minus(retention.answers()).toEpochMilli();
        return store.read(
                rows ->
                        rows.sql(
                                        "select message_id, "
                                                + StoredAnswerRow.COLUMNS
                                                + " from given_answer where article_id = :article"
                                                + " and asked_at >= :since and change_told = 0"
                                                + " and not exists (select 1 from closed_chat"
                                                + " where closed_chat.chat_id ="
                                                + " given_answer.chat_id)"
                                                + " order by asked_at, question_id")
                                .param("article", articleId)
                                .param("since", since)
                                .query(GivenAnswer::read)
                                .list());
    }

    /// Remembers that a chat was told, so that it isn't told twice of the same answers.
    static void markTold(InformedChat chat, JdbcClient rows) {
        rows.sql("update given_answer set change_told = 1 where id in (:answers)")
                .param("answers", chat.answers())
                .update();
    }
}
