package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.support.ui.Select;

/// Tests what the page shows around the messages, in a real browser: suggestions, files, and
/// everything that must outlast a lost connection.
@PlaygroundBrowser.InTurn
class PlaygroundViewIT {

    // Keeps the page's streams, so that a test can break one.
    private static final String KEEP_STREAMS =
            """
            const Stream = window.EventSource;
            window.streams = [];
            window.EventSource = class extends Stream {
              constructor(address) { super(address); window.streams.push(this); }
            };
            """;

    @RegisterExtension static final PlaygroundBrowser page = new PlaygroundBrowser();

    @BeforeAll
    static void keepStreams() {
        page.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", KEEP_STREAMS));
    }

    @Test
    void lostConnectionLosesNothing() {
        page.load(new Dimension(1000, 600));
        page.perform(
                () ->
                        new Select(page.all("#persona").getFirst())
                                .selectByContainsVisibleText("Clara"));
        page.openChat("Reading group");
        page.untilText("#messages", "Thursday 18:00");
        page.click("#messages .message:not(.own) .foot .icon");
        page.click("#popup button", "Reply");
        page.type("#words", "Half of a senten");
        long place = script("return document.querySelector('#log-area').scrollTop = 40");

        script("streams.at(-1).close(); return 0");
        script(
                """
                const room = Number(document.querySelector('[aria-current=true]').dataset.room);
                return fetch('/playground/write', {method: 'POST',
                    headers: {'Content-Type': 'application/json'},
                    body: JSON.stringify({person: 700002, room, text: 'Said meanwhile'})})
                  .then(() => 0)
                """);
        assertThat(page.text("#messages")).doesNotContain("Said meanwhile");
        script("streams.at(-1).onopen(new Event('open')); return 0");

        page.untilText("#messages", "Said meanwhile");
        assertThat(page.text("#persona option:checked")).contains("Clara");
        assertThat(page.text("#title")).isEqualTo("Reading group");
        assertThat(page.text("#target-title")).startsWith("Reply to");
        assertThat(page.all("#words").getFirst().getDomProperty("value"))
                .isEqualTo("Half of a senten");
        assertThat(script("return document.querySelector('#log-area').scrollTop")).isEqualTo(place);
    }

    @Test
    void messageThatArrivesTwiceIsShownOnce() {
        page.openChat("Reading group");
        page.write("Only once");

        script("streams.at(-1).onopen(new Event('open')); return 0");
        page.write("After it");

        assertThat(page.all(PlaygroundBrowser.OWN).stream().map(own -> own.getText()))
                .filteredOn(text -> text.contains("Only once"))
                .hasSize(1);
    }

    @Test
    void suggestionsFoldAwayOnceUsed() {
        page.askSuggested("Which countries have nuclear weapons?");
        page.untilText(PlaygroundBrowser.ANSWER, "¶20");

        assertThat(page.all("#suggestions").getFirst().isDisplayed()).isFalse();
        page.click("#suggest");
        assertThat(page.all("#suggestions").getFirst().isDisplayed()).isTrue();
    }

    @Test
    void afterANoTheSuggestionsSayWhatCanBeDoneNext() {
        page.askSuggested("Who won the football match");
        page.untilText(PlaygroundBrowser.ANSWER, "do not answer");

        page.untilText("#suggestions", "Add an article");
        page.click("#suggestions button", "/articles");

        page.untilText(PlaygroundBrowser.ANSWER, "NATO allies");
        assertThat(page.all("#suggestions").getFirst().isDisplayed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1000, 800", "1000, 500", "1000, 400", "1000, 330", "500, 640", "500, 400"})
    void messagesKeepAtLeastHalfOfTheHeight(int width, int height) {
        page.driver().manage().window().setSize(new Dimension(width, height));
        page.perform(page::unfoldSuggestions);
        page.type("#words", "/");
        page.until(() -> page.all("#choices").getFirst().isDisplayed());

        assertThat(script("return 2 * document.querySelector('#log-area').clientHeight"))
                .isGreaterThanOrEqualTo(script("return innerHeight - 2"));
        assertThat(script("return document.querySelector('#send').getBoundingClientRect().bottom"))
                .isLessThanOrEqualTo(script("return innerHeight"));
    }

    @Test
    void pickerTakesTheFilesThatTheBotTakesSeveralAtOnce() throws IOException {
        Path first = Files.writeString(page.folder().resolve("tea.md"), article("Tea"));
        Path second = Files.writeString(page.folder().resolve("coffee.md"), article("Coffee"));

        page.type("#article", first + "\n" + second);

        page.untilText("#messages", "tea.md");
        page.untilText("#messages", "coffee.md");
        assertThat(page.all("#article").getFirst().getDomAttribute("accept"))
                .isEqualTo(
                        ".docx,.epub,.htm,.html,.markdown,.md,.mht,.mhtml,.odt,.pdf,.rtf,.text,.txt,.xhtml");
    }

    @Test
    void fileDroppedAnywhereOnThePageIsTaken() {
        page.openChat("Reading group");

        script(
                """
                const files = new DataTransfer();
                files.items.add(new File([arguments[0]], 'cocoa.md', {type: 'text/markdown'}));
                document.querySelector('#log-area').dispatchEvent(
                    new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true}));
                return 0
                """,
                article("Cocoa"));

        page.untilText(PlaygroundBrowser.OWN, "cocoa.md");
        assertThat(page.text("#persona option:checked")).contains("editor");
    }

    @Test
    void inspectorNamesMethodsAndFaultsAsTelegramDoes() {
        page.openControls();
        page.write("Which countries have nuclear weapons?");

        page.untilText("#traffic", "sendMessage");
        assertThat(page.text("#traffic")).doesNotContain("sendmessage", "getupdates");
        assertThat(page.text("#fault-kind"))
                .contains(
                        "429 Too Many Requests: retry after 5",
                        "403 Forbidden: bot was blocked by the user",
                        "409 Conflict: terminated by other getUpdates request",
                        "502 Bad Gateway");
    }

    private static String article(String subject) {
        return "---\ntitle: %s\n---\n\n%s is a hot drink.\n".formatted(subject, subject);
    }

    private static long script(String script, Object... arguments) {
        Object result = page.driver().executeScript(script, arguments);
        return ((Number) Objects.requireNonNull(result)).longValue();
    }
}
