package dev.verbatim.telegram.answering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long something of a conversation is kept.
///
/// @param answers with the question and who asked: for as long the buttons under an answer work
/// @param followUps how long after an answer a question may go back to it without being a reply
/// @param unanswered questions without who asked
@ConfigurationProperties("verbatim.memory")
public record Retention(
        @DefaultValue("30d") Duration answers,
        @DefaultValue("10m") Duration followUps,
        @DefaultValue("90d") Duration unanswered) {}
