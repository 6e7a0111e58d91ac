package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.support.ui.Select;

/// Tests what comes without being asked for just then, in a real browser and with a playground of
/// its own. Skipped where [PlaygroundBrowser] finds none; screenshots are left in
/// `target/screenshots`.
@PlaygroundBrowser.InTurn
class UnaskedMessagesPageIT {

    private static final String BOT = "Verbatim";
    private static final String FORTY = "Some 40 fishing boats sailed into the new basin at noon.";
    private static final String SIXTY = "About 60 fishing boats sailed into the new basin at noon.";
    private static final String OPENING = "Seaham opened its new harbour on Monday.";
    private static final String WAITED_FOR = "How many fishing boats sailed into the new basin?";

    /// A live catch-up is edited once a minute.
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @RegisterExtension static final PlaygroundBrowser page = new PlaygroundBrowser();

    private static void publish(String name, String title, String... paragraphs)
            throws IOException {
        Files.writeString(
                page.folder().resolve("content").resolve(name),
                "---\ntitle: %s\nlanguage: en\n---\n\n%s\n"
                        .formatted(title, String.join("\n\n", paragraphs)));
    }

    /// First a no, then the answer as soon as there is one, then both once there are two.
    @Test
    void questionIsAnsweredOnceAnArticleComesAndByBothOnceThereAreTwo() throws IOException {
        page.write(WAITED_FOR);
        page.untilText(PlaygroundBrowser.ANSWER, "do not answer");
        page.click(PlaygroundBrowser.ANSWER + " .keys button", "🔔 Tell me when they do");
        page.untilText("#alert-text", "I will answer here as soon as the articles do");
        page.click("#alert button");

        publish("courier.md", "A basin for Seaham", FORTY, OPENING);

        page.untilText(PlaygroundBrowser.ANSWER, "🔔 The articles answer this now");
        assertThat(page.text(PlaygroundBrowser.ANSWER)).contains(WAITED_FOR, "A basin for Seaham");
        assertThat(page.text(PlaygroundBrowser.ANSWER + " blockquote")).contains(FORTY);
        page.screenshot("pending");

        publish("times.md", "Seaham has its harbour", OPENING, SIXTY);
        page.until(
                () -> {
                    page.write(WAITED_FOR);
                    page.text(PlaygroundBrowser.ANSWER + " blockquote");
                    return page.text(PlaygroundBrowser.ANSWER)
                            .contains("Another article answers it, too:");
                });
        assertThat(page.text(PlaygroundBrowser.ANSWER)).contains(FORTY, SIXTY);
        page.screenshot("second-source");
    }

    @Test
    void liveCatchupIsPinnedAndEditedAsPeopleTalk() throws IOException {
        page.perform(
                () ->
                        new Select(page.all("#persona").getFirst())
                                .selectByContainsVisibleText("editor"));
        page.openChat("Reading group");
        page.write("/catchup live");
        page.untilText("#messages", "A living catch-up begins here");

        page.write("Shall we meet by the old lighthouse?");

        page.untilText("#messages", "This message is edited as the talk goes on");
        page.untilText("#messages .service", BOT + " pinned “Catch-up");
        assertThat(page.text("#messages .service")).hasSizeLessThan(80);
        page.write("I shall bring the lanterns.");
        page.until(TWO_MINUTES, () -> liveCatchup().contains("I shall bring the lanterns."));
        assertThat(liveCatchup()).contains("by the old lighthouse", "edited");
        page.screenshot("live-catchup");
        page.write("/catchup live off");
        page.untilText("#messages", "The living catch-up has ended");
    }

    private static String liveCatchup() {
        return page.all("#messages > .message:not(.own)").stream()
                .map(message -> message.getText())
                .filter(text -> text.contains("This message is edited as the talk goes on"))
                .reduce("", (_, last) -> last);
    }
}
