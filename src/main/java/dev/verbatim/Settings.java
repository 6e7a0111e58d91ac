package dev.verbatim;

import dev.verbatim.answer.ConfidenceThreshold;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where things are, and how sure an answer must be.
///
/// @param contentDir the folder of the articles
/// @param dataDir the only folder that is written to
/// @param confidenceThreshold what is shown as an answer, and what as the closest passage
@ConfigurationProperties("verbatim")
record Settings(
        @DefaultValue("content") Path contentDir,
        @DefaultValue("data") Path dataDir,
        @DefaultValue("balanced") ConfidenceThreshold confidenceThreshold) {}
