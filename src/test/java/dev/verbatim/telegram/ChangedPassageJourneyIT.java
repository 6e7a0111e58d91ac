package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys from an editor's correction to the chats that were given what it has changed, over real
/// HTTP.
@OnEachDatabase(inEveryBuild = false)
class ChangedPassageJourneyIT {

    private static final long GROUP = -5;
    private static final String TELL = "Tell them";
    private static final String NOTICE = "The article has been corrected since then";
    private static final String LONGER =
            "---\ntitle: The bridge\nlanguage: en\n---\nThe news.\n\nIt is open.\n";

    @TempDir Path data;

    private EditorChat editor;

    @BeforeEach
    void open() throws IOException {
        editor = new EditorChat(data);
        editor.server.group(GROUP, "Sailors");
        editor.bot().answers(answer());
        editor.upload("bridge.md", EditorChat.OPEN);
        editor.reply(1);
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private static Answer answer() {
        Article article = ArticleFixtures.paragraphs("bridge", "The bridge", "It is open.");
        Passage passage = article.passages().getFirst();
        return new Answer.Found(passage, passage.sentences().getFirst(), null, 0.9);
    }

    @Test
    void tellsAChatOnceInReplyToTheAnswer() {
        int answer = ask(ANN, "Is the bridge open?");
        MethodCall report = replace(EditorChat.CLOSED, 2);

        editor.press(report, TELL);

        awaitUntil(() -> editor.lastText().equals("Told: 1 chat."));
        MethodCall notice = lastTo(ANN, 2);
        assertThat(report.text())
                .startsWith("Replaced: “The bridge”")
                .contains("Were given a passage that has changed since: 1 chat.");
        assertThat(notice.text()).startsWith(NOTICE).endsWith("The bridge");
        assertThat(notice.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(answer);
        editor.press(report, TELL);
        awaitUntil(() -> editor.notices().anyMatch(words -> words.contains("earlier time")));
        assertThat(editor.server.sendCalls(ANN)).hasSize(2);
    }

    @Test
    void groupsAndPeopleAreToldInTheirLanguage() {
        editor.bot()
                .write(
                        rows ->
                                SettingsStore.save(
                                        GROUP,
                                        ChatSettings.DEFAULT.withLanguage(Locale.GERMAN),
                                        rows));
        ask(ANN, "Is the bridge open?");
        ask(ANN, "Is it?");
        editor.server.write(GROUP, BEN, "/ask Is the bridge open?");
        awaitUntil(() -> editor.server.sendCalls(GROUP).size() == 1);
        MethodCall report = replace(EditorChat.CLOSED, 2);

        editor.press(report, TELL);

        awaitUntil(() -> editor.lastText().equals("Told: 2 chats."));
        assertThat(lastTo(ANN, 3).text()).startsWith(NOTICE);
        assertThat(lastTo(GROUP, 2).text()).startsWith("Der Artikel wurde seitdem berichtigt");
    }

    @Test
    void unchangedPassageConcernsNobody() {
        ask(ANN, "Is the bridge open?");

        MethodCall report = replace(LONGER, 2);

        assertThat(report.text()).startsWith("Replaced:").doesNotContain("chat");
        assertThat(report.button()).isEmpty();
    }

    @Test
    void chatsThatAreClosedOrBlockedAreNotTold() {
        ask(ANN, "Is the bridge open?");
        ask(BEN, "Is the bridge open?");
        editor.server.write(EDITOR, "/block " + BEN);
        editor.reply(2);
        editor.bot()
                .write(
                        rows ->
                                rows.sql(
                                                "insert into closed_chat (chat_id, closed_at,"
                                                        + " reason) values (7, 1, 'blocked')")
                                        .update());

        MethodCall report = replace(EditorChat.CLOSED, 3);

        assertThat(report.text()).startsWith("Replaced:").doesNotContain("chat");
    }

    @Test
    void isToldAgainOnlyOfWhatItWasGivenSince() {
        ask(ANN, "Is the bridge open?");
        editor.press(replace(EditorChat.CLOSED, 2), TELL);
        awaitUntil(() -> editor.lastText().equals("Told: 1 chat."));
        MethodCall second = replace(EditorChat.CLOSED.replace("closed", "shut"), 3);
        boolean offeredAgain = !second.button().isEmpty();
        ask(ANN, "Is the bridge open now?");

        MethodCall third = replace(EditorChat.CLOSED, 4);

        assertThat(offeredAgain).isFalse();
        assertThat(third.button(TELL).isMissingNode()).isFalse();
    }

    /// Returns the number of the answer's message.
    private int ask(long person, String question) {
        int before = editor.server.sendCalls(person).size();
        editor.server.write(person, question);
        return editor.server.messageOf(lastTo(person, before + 1));
    }

    private MethodCall lastTo(long chat, int number) {
        awaitUntil(() -> editor.server.sendCalls(chat).size() >= number);
        return editor.server.sendCalls(chat).get(number - 1);
    }

    /// Replaces the article and returns the report, which has taken the question's place.
    private MethodCall replace(String text, int question) {
        editor.upload("bridge.md", text);
        editor.press(editor.reply(question), "Replace");
        awaitUntil(() -> editor.lastText().startsWith("Replaced:"));
        List<MethodCall> edits = editor.server.calls("editMessageText");
        return edits.getLast();
    }
}
