package dev.verbatim.group.catchup;

import static dev.verbatim.group.catchup.CatchupFixture.author;
import static dev.verbatim.group.catchup.CatchupFixture.catchupGenerator;
import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.catchup.Catchup.AnsweredQuestion;
import dev.verbatim.group.catchup.Catchup.OpenQuestion;
import dev.verbatim.group.catchup.Catchup.SharedLink;
import dev.verbatim.group.catchup.Catchup.Topic;
import dev.verbatim.property.RandomSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What holds for every chat, whoever wrote what.
@Execution(ExecutionMode.CONCURRENT)
class CatchupPropertiesIT {

    private static final List<String> WORDS =
            List.of(
                    "who",
                    "has",
                    "the",
                    "key?",
                    "Clara",
                    "Ben:",
                    "@ben",
                    "I'll",
                    "bring",
                    "it",
                    "decided",
                    "let's",
                    "go",
                    "with",
                    "+1",
                    "agreed",
                    "lol",
                    "ok",
                    "yes",
                    "library",
                    "printer",
                    "https://example.org/a?b=c",
                    "example.org/x",
                    "Donnerstag",
                    "вечером",
                    "где",
                    "😀",
                    "\u202E",
                    "\n",
                    "/ask",
                    "#action",
                    "TODO",
                    "by Friday",
                    "\"quoted\"",
                    "«так»",
                    "a.b.c",
                    "12:30",
                    "…http://example.org.",
                    "[x](y)",
                    "<b>",
                    "\u0000",
                    "??");

    private static final List<String> PEOPLE =
            List.of("Anna", "Ben", "Clara", "Дмитро", "lol", "|x|");

    @Test
    void showsOnlyOriginalMessagesEachOnceInAList() {
        forAll(
                10_000,
                CatchupPropertiesIT::chats,
                chat -> {
                    Catchup catchup = catchupGenerator().generate(chat, author("Ben"));

                    assertThat(chat).containsAll(shown(catchup));
                    assertThat(lists(catchup))
                            .allSatisfy(list -> assertThat(list).doesNotHaveDuplicates());
                    assertThat(catchup.topics()).allSatisfy(topic -> assertIsOf(topic, chat));
                    assertThat(catchup.links())
                            .allSatisfy(link -> assertThat(link.times()).isPositive());
                });
    }

    private static void assertIsOf(Topic topic, List<ChatMessage> chat) {
        assertThat(topic.people()).doesNotHaveDuplicates().isNotEmpty();
        assertThat(chat.stream().map(ChatMessage::author)).containsAll(topic.people());
        assertThat(topic.label().split(" · "))
                .allSatisfy(
                        phrase ->
                                assertThat(chat)
                                        .anyMatch(message -> message.text().contains(phrase)));
    }

    private static List<ChatMessage> shown(Catchup catchup) {
        return lists(catchup).stream()
                .flatMap(List::stream)
                .filter(ChatMessage.class::isInstance)
                .map(ChatMessage.class::cast)
                .toList();
    }

    private static List<List<?>> lists(Catchup catchup) {
        List<List<?>> lists = new ArrayList<>();
        lists.add(catchup.forReader());
        lists.add(catchup.decisions());
        lists.add(catchup.actions());
        lists.add(catchup.openQuestions().stream().map(OpenQuestion::question).toList());
        lists.add(catchup.answeredQuestions().stream().map(AnsweredQuestion::question).toList());
        lists.add(catchup.answeredQuestions());
        lists.add(
                Stream.concat(
                                catchup.openQuestions().stream().map(OpenQuestion::question),
                                catchup.answeredQuestions().stream()
                                        .map(AnsweredQuestion::question))
                        .toList());
        lists.add(catchup.links().stream().map(SharedLink::url).toList());
        catchup.links().forEach(link -> lists.add(List.of(link.message())));
        catchup.answeredQuestions().forEach(pair -> lists.add(List.of(pair.answer())));
        catchup.topics().forEach(topic -> lists.add(topic.quotes()));
        return lists;
    }

    private static List<ChatMessage> chats(RandomSource random) {
        return chat(random.list(0, 30, CatchupPropertiesIT::said));
    }

    private static Said said(RandomSource random) {
        String text = String.join(" ", random.list(0, 9, source -> source.oneOf(WORDS)));
        return new Said(
                random.oneOf(PEOPLE),
                text,
                random.between(0, 6),
                random.oneOf(0, 0, 1, 20, 300, 4_000));
    }

    private static List<ChatMessage> chat(List<Said> said) {
        List<ChatMessage> chat = new ArrayList<>();
        Instant time = Instant.parse("2026-11-22T09:00:00Z");
        for (Said one : said) {
            time = time.plusSeconds(one.later());
            long id = chat.size() + 1L;
            Long replyTo = one.back() > 3 && id > one.back() ? Long.valueOf(id - one.back()) : null;
            chat.add(
                    new ChatMessage(
                            id,
                            0,
                            author(one.who()),
                            time,
                            replyTo,
                            one.text(),
                            Set.of(),
                            List.of()));
        }
        return chat;
    }

    /// @param back so many messages before is what it replies to, if it does
    /// @param later seconds after the one before
    private record Said(String who, String text, int back, int later) {}
}
