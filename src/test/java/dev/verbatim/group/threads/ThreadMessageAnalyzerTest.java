package dev.verbatim.group.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadMessageAnalyzerTest {

    private static final Author READER = new Author("user1", "Reader", null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna | Anna: yes",
                "Anna | anna, yes",
                "Anna Petrowa | Petrowa: yes",
                "^(.*)+$ Boris | Boris: yes",
                "[Matt] | matt: yes",
                "شيماء | شيماء، نعم",
                "Anna 🌸 | 🌸 @anna yes",
                "李小明 | 李小明: 好"
            })
    void whoIsNamedIsRecognisedHoweverItIsWritten(String name, String text) {
        var somebody = new Author("user2", name, "petrowa");

        var threadMessage = read(somebody, message(READER, text, Set.of()));

        assertThat(threadMessage.named()).hasSize(1);
    }

    @Test
    void beginningWithANameIsAddressing() {
        var anna = new Author("user2", "Anna", null);

        assertThat(read(anna, message(READER, "Anna: yes", Set.of())).addressed()).hasSize(1);
        assertThat(read(anna, message(READER, "ask Anna about it", Set.of())).addressed())
                .isEmpty();
        assertThat(read(anna, message(READER, "ask Anna about it", Set.of())).named()).hasSize(1);
    }

    @Test
    void aLinkToSomebodyIsAddressing() {
        var anna = new Author("user2", "A.", null);

        assertThat(read(anna, message(READER, "what do you say?", Set.of("user2"))).addressed())
                .hasSize(1);
    }

    @Test
    void theUsernameCountsWhereverItStands() {
        var anna = new Author("user2", "A.", "anna_p");

        assertThat(read(anna, message(READER, "yes, @anna_p, I do", Set.of())).addressed())
                .hasSize(1);
    }

    @Test
    void nobodyTalksToHimself() {
        var anna = new Author("user2", "Anna", null);

        assertThat(read(READER, message(anna, "Anna is my name", Set.of("user2"))).named())
                .isEmpty();
    }

    @Test
    void aNameThatIsAWordAsWellIsANameOnlyWhereSomebodyIsCalled() {
        var boss = new Author("user2", "Der Boss", null);
        List<ChatMessage> chat = new ArrayList<>();
        chat.add(message(boss, "guten Morgen", Set.of()));
        for (int i = 0; i < 10; i++) {
            chat.add(message(READER, "wo ist der Schlüssel", Set.of()));
        }

        var reader = new ThreadMessageAnalyzer(chat);

        assertThat(reader.read(chat.getLast(), 10).named()).isEmpty();
        assertThat(reader.read(message(READER, "Boss, komm", Set.of()), 11).named()).hasSize(1);
        assertThat(reader.read(message(READER, "@der komm", Set.of()), 11).named()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how are you",
                "so what now",
                "wer bringt das Zelt",
                "to be?",
                "谁带帐篷？",
                "متى؟"
            })
    void aQuestionIsSeenByItsMarkOrItsFirstWords(String text) {
        assertThat(read(READER, message(READER, text, Set.of())).shape().asks()).isTrue();
        assertThat(read(READER, message(READER, "I bring it", Set.of())).shape().asks()).isFalse();
    }

    private static ThreadMessage read(Author somebody, ChatMessage message) {
        return new ThreadMessageAnalyzer(List.of(message(somebody, "hello", Set.of()), message))
                .read(message, 1);
    }

    private static ChatMessage message(Author author, String text, Set<String> mentions) {
        return new ChatMessage(1, 0, author, Instant.EPOCH, null, text, mentions, List.of());
    }
}
