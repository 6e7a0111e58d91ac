package dev.verbatim;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where things are.
///
/// @param contentDir the folder of the articles
/// @param dataDir the only folder that is written to
@ConfigurationProperties("verbatim")
record Settings(@DefaultValue("content") Path contentDir, @DefaultValue("data") Path dataDir) {}
