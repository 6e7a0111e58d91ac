package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/// The README's picture: a suggested question and the bot's real answer to it, in a real browser.
/// The picture is left in `target/site-images`. To replace the README's, run with
/// `-Dverbatim.pictures=src/site/resources/images`. Skipped where Chromium is missing.
@PlaygroundBrowser.InTurn
class ReadmePictureIT {

    private static final Path PICTURES =
            Path.of(System.getProperty("verbatim.pictures", "target/site-images"));
    private static final Dimension WINDOW = new Dimension(760, 900);
    private static final int LARGEST_PICTURE = 200_000;

    @RegisterExtension
    static final PlaygroundBrowser playground =
            new PlaygroundBrowser().withChromium("--force-device-scale-factor=1.5");

    @Test
    void pictureShowsAnAnswerWithItsSpeakerAndParagraph() throws IOException {
        playground.load(WINDOW);

        ask("What does Smith say about loose talk?");

        assertThat(answer().getText())
                .contains("a lot of loose talk", "— Julianne Smith, US ambassador to NATO", "¶18");
        assertThat(picture("answer")).isNotEmpty().hasSizeLessThan(LARGEST_PICTURE);
    }

    private static void ask(String question) {
        playground.all("#suggestions button").stream()
                .filter(button -> button.getText().equals(question))
                .findFirst()
                .orElseThrow()
                .click();
        playground.until(() -> answer().getText().contains("¶"));
    }

    private static WebElement answer() {
        return playground.all("#messages > .message").getLast();
    }

    private static byte[] picture(String name) throws IOException {
        byte[] png = playground.all("#log-area").getFirst().getScreenshotAs(OutputType.BYTES);
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), png);
        return png;
    }
}
