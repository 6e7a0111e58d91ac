package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Tests rich messages in a real browser. Skipped where [PlaygroundBrowser] finds none.
@PlaygroundBrowser.InTurn
class RichMessagePageIT {

    private static final Path ARTICLE = Path.of("content", "nato-allies-two-day-meeting.md");
    private static final String QUOTATION = PlaygroundBrowser.ANSWER + " .rich blockquote";

    @RegisterExtension
    static final PlaygroundBrowser page =
            new PlaygroundBrowser().with("--verbatim.telegram.rich-messages=true");

    @Test
    void summaryIsShownAsQuotationsWithTheirPlacesAndChangesInPlace() throws IOException {
        page.write("/summary");

        page.untilText(QUOTATION + " cite", "¶");
        int few = page.all(QUOTATION).size();
        String words = page.text(QUOTATION + " p");
        assertThat(Files.readString(ARTICLE)).contains(words);
        page.screenshot("rich-summary");
        page.click(PlaygroundBrowser.ANSWER + " .keys button", "Long");
        page.until(() -> page.all(QUOTATION).size() > few);
    }
}
