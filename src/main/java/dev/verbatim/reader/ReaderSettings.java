package dev.verbatim.reader;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether passages are read, and by what.
///
/// @param enabled without it, answers are decided from retrieval alone
/// @param model an ONNX file of one's own with the same inputs and outputs; empty for ours
@ConfigurationProperties("verbatim.reader")
public record ReaderSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue("") String model) {}
