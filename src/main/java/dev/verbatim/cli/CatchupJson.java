package dev.verbatim.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A catch-up as `--json` writes it. Programs rely on the names and their order.
record CatchupJson(
        Period period,
        int messages,
        int people,
        List<MessageJson> forReader,
        List<Topic> topics,
        List<MessageJson> decisions,
        List<MessageJson> actions,
        List<MessageJson> openQuestions,
        List<Answered> answeredQuestions,
        List<Link> links,
        List<Discussed> articles,
        int omitted) {

    static CatchupJson of(Catchup catchup) {
        return new CatchupJson(
                new Period(
                        Objects.toString(catchup.from(), null),
                        Objects.toString(catchup.to(), null)),
                catchup.messages(),
                catchup.people(),
                toJson(catchup.forReader(), catchup),
                catchup.topics().stream().map(topic -> Topic.of(topic, catchup)).toList(),
                toJson(catchup.decisions(), catchup),
                toJson(catchup.actions(), catchup),
                toJson(
                        catchup.openQuestions().stream()
                                .map(Catchup.OpenQuestion::question)
                                .toList(),
                        catchup),
                catchup.answeredQuestions().stream()
                        .map(answered -> Answered.of(answered, catchup))
                        .toList(),
                catchup.links().stream().map(Link::of).toList(),
                catchup.articles().stream().map(Discussed::of).toList(),
                catchup.omitted());
    }

    private static List<MessageJson> toJson(List<ChatMessage> messages, Catchup catchup) {
        return messages.stream().map(message -> MessageJson.of(message, catchup)).toList();
    }

    /// The period in ISO 8601; `null` when there are no messages.
    record Period(@Nullable String from, @Nullable String to) {}

    /// @param supersededBy the later decision that changes this one
    /// @param correction what its author put right
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageJson(
            long messageId,
            String author,
            String time,
            String text,
            @Nullable Long supersededBy,
            @Nullable MessageJson correction) {

        static MessageJson of(ChatMessage message, Catchup catchup) {
            ChatMessage correction = catchup.corrections().get(message.id());
            return new MessageJson(
                    message.id(),
                    message.author().name(),
                    message.time().toString(),
                    message.text(),
                    catchup.superseded().get(message.id()),
                    correction == null ? null : plain(correction));
        }

        private static MessageJson plain(ChatMessage message) {
            return new MessageJson(
                    message.id(),
                    message.author().name(),
                    message.time().toString(),
                    message.text(),
                    null,
                    null);
        }
    }

    record Topic(String label, int messages, List<String> people, List<MessageJson> quotes) {

        static Topic of(Catchup.Topic topic, Catchup catchup) {
            return new Topic(
                    topic.label(),
                    topic.messages(),
                    topic.people().stream().map(Author::name).toList(),
                    toJson(topic.quotes(), catchup));
        }
    }

    record Answered(MessageJson question, MessageJson answer) {

        static Answered of(Catchup.AnsweredQuestion answered, Catchup catchup) {
            return new Answered(
                    MessageJson.of(answered.question(), catchup),
                    MessageJson.of(answered.answer(), catchup));
        }
    }

    record Link(String url, long messageId, String author) {

        static Link of(Catchup.SharedLink link) {
            return new Link(link.url(), link.message().id(), link.message().author().name());
        }
    }

    record Discussed(String articleId, int paragraph, int messages) {

        static Discussed of(Catchup.Discussed discussed) {
            return new Discussed(
                    discussed.passage().article().id(),
                    discussed.passage().paragraph(),
                    discussed.messages().size());
        }
    }
}
