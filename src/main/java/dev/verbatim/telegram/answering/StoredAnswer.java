package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.update.MessageContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// An answer that was given, as the store keeps it.
///
/// @param id never negative
/// @param contextBefore the dialogue before the question
/// @param contextAfter the dialogue that the next question may refer to
public record StoredAnswer(
        long id,
        AskedQuestion asked,
        Outcome outcome,
        DialogueContext contextBefore,
        DialogueContext contextAfter) {

    /// The question, rewritten so that it can be understood by itself.
    public String standaloneQuestion() {
        return contextAfter.question().isEmpty() || isContextKept()
                ? asked.question()
                : contextAfter.question();
    }

    /// Whether nothing was found, so that the next question refers to what was said before.
    private boolean isContextKept() {
        return outcome instanceof Outcome.Abstained && contextAfter.equals(contextBefore);
    }

    /// Whether the question as asked could be understood by itself.
    public boolean isStandalone() {
        return contextAfter.question().equals(asked.question())
                || (isContextKept() && !Answerer.refersBack(asked.question()));
    }

    /// Whether an editor should know that the articles don't answer this, or not clearly.
    boolean isUnsatisfactory() {
        return switch (outcome) {
            case Outcome.Shown shown -> shown.reason() == Reason.CLOSEST;
            case Outcome.Abstained() -> true;
        };
    }

    /// A question, and who asked it where.
    ///
    /// @param topicId 0 in a chat without topics
    /// @param questionId the id of the message that the answer replies to
    /// @param language of the user's app; [Locale#ROOT] when it isn't known or kept
    public record AskedQuestion(
            long chatId,
            long topicId,
            long personId,
            long questionId,
            Instant askedAt,
            String question,
            Locale language) {

        /// Reads a row of a table of questions.
        public static AskedQuestion read(ResultSet row) throws SQLException {
            return new AskedQuestion(
                    row.getLong("chat_id"),
                    row.getLong("topic_id"),
                    row.getLong("person_id"),
                    row.getLong("question_id"),
                    Instant.ofEpochMilli(row.getLong("asked_at")),
                    row.getString("question"),
                    Locale.of(row.getString("language")));
        }

        /// A question of which neither the words nor who asked it are kept.
        static AskedQuestion anonymous(MessageContext context, Instant now) {
            return new AskedQuestion(context.chatId(), 0, 0, 0, now, "", Locale.ROOT);
        }

        static AskedQuestion of(MessageContext context, String question, Instant now) {
            Integer topic = context.topicId();
            return new AskedQuestion(
                    context.chatId(),
                    topic == null ? 0 : topic,
                    context.personId(),
                    context.messageId(),
                    now,
                    question,
                    Locale.of(context.language().getLanguage()));
        }
    }

    /// The outcome of a question.
    public sealed interface Outcome {

        /// A passage was shown.
        ///
        /// @param articleId the id of its article
        /// @param reference its place in the article
        /// @param speaker of the emphasised words
        record Shown(
                Reason reason,
                String articleId,
                PassageReference reference,
                @Nullable Speaker speaker)
                implements Outcome {

            static Shown of(
                    Reason reason, Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
                PassageReference place = PassageReference.of(passage, emphasis);
                return new Shown(reason, passage.article().id(), place, speaker);
            }
        }

        /// The articles didn't answer.
        record Abstained() implements Outcome {}

        /// Empty when no question was asked.
        static Optional<Outcome> of(Answer answer) {
            return switch (answer) {
                case Answer.Found(var passage, var emphasis, var speaker, _, _) ->
                        Optional.of(Shown.of(Reason.ANSWERED, passage, emphasis, speaker));
                case Answer.Closest(var passage, var emphasis, var speaker, _, _) ->
                        Optional.of(Shown.of(Reason.CLOSEST, passage, emphasis, speaker));
                case Answer.Unattributed(var passage, var emphasis) ->
                        Optional.of(Shown.of(Reason.UNATTRIBUTED, passage, emphasis, null));
                case Answer.NotFound _ -> Optional.of(new Abstained());
                case Answer.NoQuestion _ -> Optional.empty();
            };
        }
    }

    /// Why a passage was shown. The store has these names.
    enum Reason {
        /// It answers.
        ANSWERED,
        /// It is the closest, but may not answer.
        CLOSEST,
        /// The question was who said it, and the article doesn't tell.
        UNATTRIBUTED,
        /// A link was opened; nothing was asked.
        LINKED
    }

    /// The settings of how long conversations are kept.
    ///
    /// @param answers for answers with the question and the user; so long the buttons under them
    ///   work
    /// @param followUps how long after an answer a question may refer to it without replying to it
    /// @param unanswered for unanswered questions without the user
    /// @param pending for unanswered questions whose users want to be told when there is an answer;
    ///   0 where nobody is offered that
    /// @param questions for questions with what they were answered, without the user, to ask them
    ///   again; 0 to keep none
    /// @param pendingPerPerson most of these of one user in one chat
    @ConfigurationProperties("verbatim.memory")
    public record Retention(
            @DefaultValue("30d") Duration answers,
            @DefaultValue("10m") Duration followUps,
            @DefaultValue("90d") Duration unanswered,
            @DefaultValue("30d") Duration pending,
            @DefaultValue("20") int pendingPerPerson,
            @DefaultValue("0s") Duration questions) {}
}
