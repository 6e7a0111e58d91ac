package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.ApplicationConfiguration.Engine;
import dev.verbatim.ApplicationConfiguration.Retrieval;
import dev.verbatim.ApplicationConfiguration.Settings;
import dev.verbatim.answer.ConfidenceThreshold;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// A configuration file must keep working, so the names of the settings are part of the contract.
class SettingsTest {

    @Test
    void bindsTheDocumentedNames() {
        Settings settings =
                bind(
                        Map.of(
                                "verbatim.content-dir", "articles",
                                "verbatim.data-dir", "state",
                                "verbatim.caution", "eager",
                                "verbatim.retrieval.engine", "opensearch"));

        assertThat(settings)
                .isEqualTo(
                        new Settings(
                                Path.of("articles"),
                                Path.of("state"),
                                ConfidenceThreshold.EAGER,
                                new Retrieval(Engine.OPENSEARCH)));
    }

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new Settings(
                                Path.of("content"),
                                Path.of("data"),
                                ConfidenceThreshold.BALANCED,
                                new Retrieval(Engine.EMBEDDED)));
    }

    private static Settings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("verbatim", Settings.class);
    }
}
