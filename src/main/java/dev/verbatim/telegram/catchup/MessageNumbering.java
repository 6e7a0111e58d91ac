package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A numbering of messages that have no address. A button with the same number leads to each of
/// them. Empty where messages have addresses.
record MessageNumbering(Map<Long, Integer> numbers) {

    MessageNumbering {
        numbers = Map.copyOf(numbers);
    }

    static MessageNumbering of(Catchup catchup, RenderContext context) {
        Map<Long, Integer> numbers = new HashMap<>();
        if (context.jumps()) {
            shown(catchup).forEach(one -> numbers.putIfAbsent(one.id(), numbers.size() + 1));
        }
        return new MessageNumbering(numbers);
    }

    /// The number in brackets before a line; empty without a number.
    String prefix(ChatMessage message) {
        Integer number = numbers.get(message.id());
        return number == null ? "" : "[" + number + "] ";
    }

    /// Buttons to the messages of a page, in their order.
    List<ReplyMessage.Button> buttons(List<ChatMessage> messages) {
        return messages.stream()
                .map(ChatMessage::id)
                .filter(numbers::containsKey)
                .distinct()
                .map(id -> button(id, Objects.requireNonNull(numbers.get(id))))
                .toList();
    }

    private static ReplyMessage.Button button(long message, int number) {
        return new ReplyMessage.Button(
                Integer.toString(number), new CatchupCallback.JumpToMessage(message));
    }

    private static Stream<ChatMessage> shown(Catchup catchup) {
        return Stream.of(
                        catchup.topics().stream().flatMap(topic -> topic.quotes().stream()),
                        catchup.decisions().stream(),
                        catchup.actions().stream(),
                        catchup.openQuestions().stream().map(Catchup.OpenQuestion::question),
                        catchup.answeredQuestions().stream()
                                .flatMap(pair -> Stream.of(pair.question(), pair.answer())),
                        catchup.links().stream().map(Catchup.SharedLink::message))
                .flatMap(messages -> messages);
    }
}
