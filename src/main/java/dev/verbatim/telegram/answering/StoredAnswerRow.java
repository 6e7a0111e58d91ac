package dev.verbatim.telegram.answering;

import dev.verbatim.answer.DialogueContext;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.telegram.answering.StoredAnswer.AskedQuestion;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.answering.StoredAnswer.Reason;
import dev.verbatim.telegram.message.PassageReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A mapper between stored answers and the rows of their table.
final class StoredAnswerRow {

    static final String COLUMNS =
            "id, chat_id, topic_id, person_id, question_id, asked_at, question, outcome,"
                    + " article_id, bookmark, speaker_name, speaker_role, context_before,"
                    + " context_after, language";

    private static final String ABSTAINED = "ABSTAINED";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The context of a question that refers to nothing.
    static final String NO_CONTEXT = JSON.writeValueAsString(DialogueContext.NONE);

    private StoredAnswerRow() {}

    /// The values by column name.
    static Map<String, @Nullable Object> of(StoredAnswer answer) {
        AskedQuestion asked = answer.asked();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", answer.id());
        row.put("chat_id", asked.chatId());
        row.put("topic_id", asked.topicId());
        row.put("person_id", asked.personId());
        row.put("question_id", asked.questionId());
        row.put("asked_at", asked.askedAt().toEpochMilli());
        row.put("question", asked.question());
        row.put("language", asked.language().getLanguage());
        row.put("context_before", JSON.writeValueAsString(answer.contextBefore()));
        row.put("context_after", JSON.writeValueAsString(answer.contextAfter()));
        row.putAll(of(answer.outcome()));
        return row;
    }

    private static Map<String, @Nullable Object> of(Outcome outcome) {
        Map<String, @Nullable Object> row = new HashMap<>();
        switch (outcome) {
            case Outcome.Shown(var reason, var articleId, var place, var speaker) -> {
                row.put("outcome", reason.name());
                row.put("article_id", articleId);
                row.put("bookmark", place.encode());
                row.put("speaker_name", speaker == null ? null : speaker.name());
                row.put("speaker_role", speaker == null ? null : speaker.role());
            }
            case Outcome.Abstained() -> {
                row.put("outcome", ABSTAINED);
                row.put("article_id", null);
                row.put("bookmark", null);
                row.put("speaker_name", null);
                row.put("speaker_role", null);
            }
        }
        return row;
    }

    static StoredAnswer read(ResultSet row, int number) throws SQLException {
        return new StoredAnswer(
                row.getLong("id"),
                AskedQuestion.read(row),
                outcome(row),
                JSON.readValue(row.getString("context_before"), DialogueContext.class),
                JSON.readValue(row.getString("context_after"), DialogueContext.class));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String code = row.getString("bookmark");
        Optional<PassageReference> place =
                code == null ? Optional.empty() : PassageReference.decode(code);
        return place.isEmpty()
                ? new Outcome.Abstained()
                : new Outcome.Shown(
                        Reason.valueOf(outcome),
                        row.getString("article_id"),
                        place.get(),
                        speaker(row));
    }

    private static @Nullable Speaker speaker(ResultSet row) throws SQLException {
        String name = row.getString("speaker_name");
        return name == null ? null : new Speaker(name, row.getString("speaker_role"));
    }
}
