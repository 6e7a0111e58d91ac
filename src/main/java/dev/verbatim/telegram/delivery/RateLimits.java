package dev.verbatim.telegram.delivery;

import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much goes out, and how much may come in from one side.
///
/// @param privatePerSecond messages into one private chat
/// @param privateBurst messages into one private chat at once
/// @param groupPerMinute messages into one group, edited ones too
/// @param overallPerSecond messages into all chats
/// @param questionsPerMinute of one person or of one group; what is more waits
record RateLimits(
        @DefaultValue("1") int privatePerSecond,
        @DefaultValue("3") int privateBurst,
        @DefaultValue("20") int groupPerMinute,
        @DefaultValue("30") int overallPerSecond,
        @DefaultValue("20") int questionsPerMinute) {}
