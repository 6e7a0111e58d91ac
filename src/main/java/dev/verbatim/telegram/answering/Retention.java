package dev.verbatim.telegram.answering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings of how long conversations are kept.
///
/// @param answers for answers with the question and the user; so long the buttons under them work
/// @param followUps how long after an answer a question may refer to it without replying to it
/// @param unanswered for unanswered questions without the user
@ConfigurationProperties("verbatim.memory")
public record Retention(
        @DefaultValue("30d") Duration answers,
        @DefaultValue("10m") Duration followUps,
        @DefaultValue("90d") Duration unanswered) {}
