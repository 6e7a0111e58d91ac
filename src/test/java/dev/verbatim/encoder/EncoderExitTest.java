package dev.verbatim.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process that ends while the model is being loaded ends with its own exit code: the native
/// library, left alone, would end it with a signal now and then.
class EncoderExitTest {

    private static final int CODE = 3;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 500, 700})
    @Timeout(60)
    void endsWithItsOwnCodeWheneverItEnds(int millis) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(millis))
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();

        assertThat(process.waitFor()).isEqualTo(CODE);
    }

    private List<String> command(int millis) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                QuittingProcess.class.getName(),
                folder.toString(),
                String.valueOf(millis),
                String.valueOf(CODE));
    }
}
