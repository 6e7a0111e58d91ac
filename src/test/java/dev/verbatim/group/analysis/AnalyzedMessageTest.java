package dev.verbatim.group.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzedMessageTest {

    private static final Author READER = new Author("user1", "Reader", null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna | Anna: yes",
                "Anna | anna, yes",
                "Anna | yes, Ben/Anna said so",
                "Anna Petrowa | Petrowa: yes",
                "^(.*)+$ Boris | Boris: yes",
                "[Matt] | matt: yes",
                "شيماء | شيماء، نعم",
                "Anna 🌸 | 🌸 @anna yes",
                "李小明 | 李小明: 好"
            })
    void recognizesNamesHoweverTheyAreWritten(String name, String text) {
        var participant = new Author("user2", name, "petrowa");

        AnalyzedMessage message = analyze(participant, message(READER, text, Set.of()));

        assertThat(message.named()).containsExactly("user2");
    }

    @Test
    void messageThatBeginsWithANameAddressesItsOwner() {
        var anna = new Author("user2", "Anna", null);

        AnalyzedMessage beginning = analyze(anna, message(READER, "Anna: yes", Set.of()));
        AnalyzedMessage later = analyze(anna, message(READER, "ask Anna about it", Set.of()));

        assertThat(beginning.addressees()).containsExactly("user2");
        assertThat(later.addressees()).isEmpty();
        assertThat(later.named()).containsExactly("user2");
    }

    @Test
    void linkToAParticipantAddressesThem() {
        var anna = new Author("user2", "A.", null);

        AnalyzedMessage message =
                analyze(anna, message(READER, "what do you say?", Set.of("user2")));

        assertThat(message.addressees()).containsExactly("user2");
    }

    @Test
    void usernameAddressesItsOwnerAnywhere() {
        var anna = new Author("user2", "A.", "anna_p");

        AnalyzedMessage message = analyze(anna, message(READER, "yes, @anna_p, I do", Set.of()));

        assertThat(message.addressees()).containsExactly("user2");
    }

    @Test
    void authorsNeverNameThemselves() {
        var anna = new Author("user2", "Anna", null);

        AnalyzedMessage message =
                analyze(READER, message(anna, "Anna is my name", Set.of("user2")));

        assertThat(message.named()).isEmpty();
        assertThat(message.addressees()).isEmpty();
    }

    @Test
    void nameThatIsAlsoAWordNamesOnlyInACall() {
        var boss = new Author("user2", "Der Boss", null);
        List<ChatMessage> chat = new ArrayList<>();
        chat.add(message(boss, "guten Morgen", Set.of()));
        for (int i = 0; i < 10; i++) {
            chat.add(message(READER, "wo ist der Schlüssel", Set.of()));
        }
        chat.add(message(READER, "Boss, komm", Set.of()));
        chat.add(message(READER, "@der komm", Set.of()));

        List<AnalyzedMessage> messages = new AnalyzedChat(chat).messages();

        assertThat(messages.get(10).named()).isEmpty();
        assertThat(messages.get(11).named()).containsExactly("user2");
        assertThat(messages.get(12).named()).containsExactly("user2");
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
    void recognizesQuestionsByTheirMarkOrTheirFirstWords(String text) {
        assertThat(analyze(READER, message(READER, text, Set.of())).asks()).isTrue();
        assertThat(analyze(READER, message(READER, "I bring it", Set.of())).asks()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | hello everybody | thank you",
                "de | Hallo, ich bin da | Danke, das war es",
                "fr | salut, je suis là | merci, c'est bon",
                "es | hola, ya estoy aquí | gracias, eso es todo",
                "it | ciao, sono qui | grazie, va bene così",
                "uk | привіт, я вже тут | дякую, це все",
                "ru | привет, я уже здесь | спасибо, это всё"
            })
    void recognizesGreetingsAndThanksInEveryLanguage(String ignored, String hello, String thanks) {
        AnalyzedMessage greeting = analyze(READER, message(READER, hello, Set.of()));
        AnalyzedMessage thanking = analyze(READER, message(READER, thanks, Set.of()));

        assertThat(greeting.opens(CueClass.GREETING)).isTrue();
        assertThat(greeting.opens(CueClass.THANKS)).isFalse();
        assertThat(thanking.opens(CueClass.THANKS)).isTrue();
        assertThat(thanking.opens(CueClass.GREETING)).isFalse();
    }

    /// Analyzes a message of a chat in which somebody else has said hello.
    private static AnalyzedMessage analyze(Author other, ChatMessage message) {
        return new AnalyzedChat(List.of(message(other, "hello", Set.of()), message))
                .messages()
                .getLast();
    }

    private static ChatMessage message(Author author, String text, Set<String> mentions) {
        return new ChatMessage(1, 0, author, Instant.EPOCH, null, text, mentions, List.of());
    }
}
