package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests rich messages in a real browser. Skipped where [PlaygroundBrowser] finds none.
class RichMessagePageIT {

    private static final Path ARTICLE = Path.of("content", "nato-allies-two-day-meeting.md");
    private static final String QUOTATION = PlaygroundBrowser.ANSWER + " .rich blockquote";

    @TempDir private Path folder;

    @Test
    void summaryIsShownAsQuotationsWithTheirPlacesAndChangesInPlace() throws IOException {
        try (var page =
                PlaygroundBrowser.open(folder, List.of("--verbatim.telegram.rich-messages=true"))) {
            page.load(PlaygroundBrowser.DESKTOP);

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
}
