package dev.verbatim.cli;

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
                toJson(catchup.forReader()),
                catchup.topics().stream().map(Topic::of).toList(),
                toJson(catchup.decisions()),
                toJson(catchup.actions()),
                toJson(
                        catchup.openQuestions().stream()
                                .map(Catchup.OpenQuestion::question)
                                .toList()),
                catchup.answeredQuestions().stream().map(Answered::of).toList(),
                catchup.links().stream().map(Link::of).toList(),
                catchup.articles().stream().map(Discussed::of).toList(),
                catchup.omitted());
    }

    private static List<MessageJson> toJson(List<ChatMessage> messages) {
        return messages.stream().map(MessageJson::of).toList();
    }

    /// The period in ISO 8601; `null` when there are no messages.
    record Period(@Nullable String from, @Nullable String to) {}

    record MessageJson(long messageId, String author, String time, String text) {

        static MessageJson of(ChatMessage message) {
            return new MessageJson(
                    message.id(),
                    message.author().name(),
                    message.time().toString(),
                    message.text());
        }
    }

    record Topic(String label, int messages, List<String> people, List<MessageJson> quotes) {

        static Topic of(Catchup.Topic topic) {
            return new Topic(
                    topic.label(),
                    topic.messages(),
                    topic.people().stream().map(Author::name).toList(),
                    toJson(topic.quotes()));
        }
    }

    record Answered(MessageJson question, MessageJson answer) {

        static Answered of(Catchup.AnsweredQuestion answered) {
            return new Answered(
                    MessageJson.of(answered.question()), MessageJson.of(answered.answer()));
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
                    discussed.messages());
        }
    }
}
