package dev.verbatim.reader;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the reader.
///
/// @param enabled when false, answers are decided from retrieval alone
/// @param model path of an ONNX file with the inputs and outputs of the bundled model; empty for
///   the bundled model itself
@ConfigurationProperties("verbatim.reader")
public record ReaderSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue("") String model) {}
