package dev.verbatim.telegram.message;

import java.time.Duration;
import java.util.List;

/// What is offered to somebody who types behind our name, as far as it is shown at once.
///
/// @param nextOffset where the list goes on; empty at its end
/// @param cacheTime how long Telegram may offer the same to whoever types the same
public record InlinePage(List<Result> results, String nextOffset, Duration cacheTime) {

    public InlinePage {
        results = List.copyOf(results);
    }

    /// A message to choose.
    ///
    /// @param id of at most 64 characters, another for each of a page
    /// @param description what stands small below the title; empty for nothing
    public record Result(String id, String title, String description, ReplyMessage message) {}
}
