package dev.verbatim.telegram.update;

import dev.verbatim.group.ChatMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that a user wrote in a group, to anyone.
///
/// @param editedAt when it was changed to this; missing when it is new
public record GroupPost(long chatId, ChatMessage message, @Nullable Instant editedAt) {}
