package dev.verbatim.telegram.message;

import java.time.Duration;
import java.util.List;

/// A page of results for an inline query.
///
/// @param nextOffset the offset of the next page; empty on the last one
/// @param cacheTime how long Telegram may answer the same query with this page
public record InlinePage(List<Result> results, String nextOffset, Duration cacheTime) {

    public InlinePage {
        results = List.copyOf(results);
    }

    /// A message that the user may send.
    ///
    /// @param id of at most 64 characters, unique on the page
    /// @param description the small text below the title; empty for none
    public record Result(String id, String title, String description, ReplyMessage message) {}
}
