package dev.verbatim.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://me:hunter2@llm.example/v1",
                "me:hunter2@llm.example",
                "http://me:hunter2@/v1",
                "http://me:hunter2@llm.example/v 1",
                "llm.example?key=hunter2",
            })
    void unusableAddressIsToldWithoutItsSecrets(String address) {
        ReaderSettings settings = settings(address);

        assertThatIllegalArgumentException()
                .isThrownBy(settings::chatEndpoint)
                .withMessageContaining("verbatim.reader.endpoint: ")
                .withMessageContaining("Give one such as http://127.0.0.1:11434/v1")
                .withMessageNotContaining("hunter2");
        assertThat(settings).asString().contains("endpoint=").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://me:hunter2@llm.example/v1", "http://llm.example/v1?key=hunter2"})
    void secretsOfAnAddressAreNeverPrinted(String address) {
        ReaderSettings settings = settings(address);

        assertThat(settings).asString().contains("llm.example").doesNotContain("hunter2");
        assertThat(settings.chatEndpoint().orElseThrow())
                .asString()
                .contains("llm.example")
                .doesNotContain("hunter2");
    }

    private static ReaderSettings settings(String endpoint) {
        return new ReaderSettings(true, "", 0, endpoint, "model", "hunter2", Duration.ofSeconds(1));
    }
}
