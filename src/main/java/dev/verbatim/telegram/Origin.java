package dev.verbatim.telegram;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where something came from, and so where the reply goes.
///
/// @param messageId the message itself; for a button, the message that has the button
/// @param topicId the topic of the chat, in a chat that has topics
/// @param language of the person's app; [Locale#ROOT] when it isn't known
record Origin(long chatId, int messageId, @Nullable Integer topicId, Locale language) {}
