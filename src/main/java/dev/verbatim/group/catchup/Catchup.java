package dev.verbatim.group.catchup;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Passage;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A summary of what was said in a period, in the group's own words.
///
/// @param from the first message's time; missing when nothing was said
/// @param to the last message's time
/// @param messages how many were read
/// @param people how many wrote them
/// @param forReader mentions of the reader and replies to them, oldest first
/// @param topics the largest first
/// @param decisions messages by which something may have been decided
/// @param actions messages by which somebody may have taken on a task
/// @param openQuestions to which no answer was found, which doesn't mean that there is none
/// @param omitted how many threads were too small to be a topic
/// @param superseded the ids of decisions that a later one changes, with the later one's
/// @param corrections the ids of messages that their authors corrected, with the correction
public record Catchup(
        @Nullable Instant from,
        @Nullable Instant to,
        int messages,
        int people,
        List<ChatMessage> forReader,
        List<Topic> topics,
        List<ChatMessage> decisions,
        List<ChatMessage> actions,
        List<OpenQuestion> openQuestions,
        List<AnsweredQuestion> answeredQuestions,
        List<SharedLink> links,
        List<Discussed> articles,
        int omitted,
        Map<Long, Long> superseded,
        Map<Long, ChatMessage> corrections) {

    /// A topic of the conversation.
    ///
    /// @param label words that occur in it, as they were written
    /// @param messages how many
    /// @param people who took part; those who said most come first
    /// @param quotes one or two of its messages
    public record Topic(
            String label, int messages, List<Author> people, List<ChatMessage> quotes) {}

    /// A question to which no answer was found.
    ///
    /// @param answer the passage of an article that answers it
    public record OpenQuestion(ChatMessage question, Answer.@Nullable Found answer) {}

    /// A question and the message that answers it.
    public record AnsweredQuestion(ChatMessage question, ChatMessage answer) {}

    /// An address that somebody shared.
    ///
    /// @param message the first one that has it
    /// @param times how often it was shared
    public record SharedLink(String url, ChatMessage message, int times) {}

    /// A passage that was discussed.
    ///
    /// @param messages how many were about it
    public record Discussed(Passage passage, int messages) {}
}
