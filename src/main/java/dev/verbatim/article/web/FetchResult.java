package dev.verbatim.article.web;

import dev.verbatim.article.web.WebFetcher.Validators;
import java.time.Duration;
import okio.ByteString;

/// An outcome of a fetch.
public sealed interface FetchResult {

    /// What lies there.
    ///
    /// @param address where it was found, after redirects
    /// @param contentType as the site says it; empty when it doesn't
    /// @param validators for the next fetch
    record Fetched(String address, String contentType, ByteString body, Validators validators)
            implements FetchResult {}

    /// It is still what it was.
    record NotModified() implements FetchResult {}

    /// Nothing that can be used.
    ///
    /// @param status of HTTP; 0 when the site didn't answer, or answered with too much
    /// @param problem for the line `ADDRESS problem. Advice.`
    /// @param retryAfter how long the site wants to be left alone; zero when it doesn't say
    record Failed(int status, String problem, String advice, Duration retryAfter)
            implements FetchResult {

        static Failed of(String problem, String advice) {
            return new Failed(0, problem, advice, Duration.ZERO);
        }
    }
}
