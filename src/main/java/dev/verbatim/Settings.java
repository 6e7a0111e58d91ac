package dev.verbatim;

import dev.verbatim.answer.ConfidenceThreshold;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the application as a whole.
///
/// @param contentDir the folder of the articles
/// @param dataDir the only folder that is written to
/// @param caution how sure an answer must be
@ConfigurationProperties("verbatim")
record Settings(
        @DefaultValue("content") Path contentDir,
        @DefaultValue("data") Path dataDir,
        @DefaultValue("balanced") ConfidenceThreshold caution) {}
