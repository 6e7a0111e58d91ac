package dev.verbatim.group.threads;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.property.RandomSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What holds for every chat, sensible or not.
@Execution(ExecutionMode.CONCURRENT)
class DisentanglerPropertiesIT {

    private static final List<String> NAMES =
            List.of("Anna", "Boris [away]", "^(.*)+$", "شيماء", "🌸", "will", "李明", "", "\\E|Q");
    private static final List<String> TEXTS =
            List.of(
                    "who brings the tent?",
                    "Anna: I do",
                    "@boris ^(.*)+$ what about \\E|Q",
                    "شيماء: نعم",
                    "🌸🌸🌸",
                    "",
                    " \n\t ",
                    "https://example.org/tent",
                    "ok \uD83D",
                    "谁带帐篷？");

    @Test
    void everyMessageIsInExactlyOneThread() {
        forAll(
                300,
                DisentanglerPropertiesIT::chats,
                chat -> {
                    Threads threads = disentangle(chat);

                    assertThat(threads.all().stream().flatMap(List::stream))
                            .containsExactlyInAnyOrderElementsOf(chat);
                    assertThat(chat)
                            .allMatch(message -> threads.threadOf(message).contains(message));
                });
    }

    @Test
    void threadsAndTheirMessagesAreInTheOrderOfTheChat() {
        forAll(
                300,
                DisentanglerPropertiesIT::chats,
                chat -> {
                    Threads threads = disentangle(chat);

                    assertThat(threads.all()).allMatch(thread -> isInOrder(thread, chat));
                    assertThat(isInOrder(threads.all().stream().map(List::getFirst).toList(), chat))
                            .isTrue();
                    assertThat(threads.links().stream().map(Threads.Link::message)).isEqualTo(chat);
                });
    }

    private static boolean isInOrder(List<ChatMessage> some, List<ChatMessage> chat) {
        List<Integer> places = some.stream().map(chat::indexOf).toList();
        return places.equals(places.stream().sorted().toList());
    }

    @Test
    void linksNeverCrossTopicsOrPointForward() {
        forAll(
                300,
                DisentanglerPropertiesIT::chats,
                chat -> {
                    Threads threads = disentangle(chat);

                    for (Threads.Link link : threads.links()) {
                        ChatMessage parent = link.parent();
                        if (parent != null) {
                            assertThat(chat.indexOf(parent))
                                    .isLessThan(chat.indexOf(link.message()));
                            assertThat(parent.topic()).isEqualTo(link.message().topic());
                        }
                    }
                    assertThat(threads.all())
                            .allMatch(
                                    thread ->
                                            thread.stream()
                                                            .map(ChatMessage::topic)
                                                            .distinct()
                                                            .count()
                                                    == 1);
                });
    }

    @Test
    void explicitReplyIsCertain() {
        forAll(
                300,
                DisentanglerPropertiesIT::chats,
                chat -> {
                    Threads threads = disentangle(chat);

                    for (ChatMessage message : chat) {
                        ChatMessage parent =
                                chat.subList(0, chat.indexOf(message)).stream()
                                        .filter(
                                                other ->
                                                        Long.valueOf(other.id())
                                                                .equals(message.replyTo()))
                                        .filter(other -> other.topic() == message.topic())
                                        .findFirst()
                                        .orElse(null);
                        if (parent != null) {
                            assertThat(threads.link(message))
                                    .isEqualTo(new Threads.Link(message, parent, true, 1));
                            assertThat(threads.threadOf(message)).contains(parent);
                        }
                    }
                });
    }

    @Test
    void sameMessagesGiveTheSameThreads() {
        forAll(
                100,
                DisentanglerPropertiesIT::chats,
                chat -> {
                    assertThat(disentangle(chat).links())
                            .isEqualTo(disentangle(List.copyOf(chat)).links());
                });
    }

    private static Threads disentangle(List<ChatMessage> chat) {
        return new Disentangler(Disentangler.BEST_GUESS).disentangle(chat);
    }

    private static List<ChatMessage> chats(RandomSource random) {
        return sent(random.list(0, 40, DisentanglerPropertiesIT::draft));
    }

    private static Draft draft(RandomSource random) {
        Optional<Integer> back =
                random.anyBoolean() ? Optional.of(random.between(-3, 30)) : Optional.empty();
        return new Draft(
                random.oneOf(NAMES),
                random.oneOf(TEXTS),
                back,
                random.oneOf(0L, 0L, 7L),
                random.between(0, 4_000));
    }

    private static List<ChatMessage> sent(List<Draft> drafts) {
        List<ChatMessage> chat = new ArrayList<>();
        Instant now = Instant.parse("2026-11-22T09:00:00Z");
        for (Draft draft : drafts) {
            now = now.plusSeconds(draft.seconds);
            chat.add(draft.sent(1_000 + chat.size(), now));
        }
        return chat;
    }

    /// @param back how far back it replies
    private record Draft(
            String name, String text, Optional<Integer> back, long topic, int seconds) {

        ChatMessage sent(long id, Instant now) {
            return new ChatMessage(
                    id,
                    topic,
                    new Author(name, name, null),
                    now,
                    back.map(many -> id - many).orElse(null),
                    text,
                    Set.of("Anna", "nobody"),
                    List.of());
        }
    }
}
