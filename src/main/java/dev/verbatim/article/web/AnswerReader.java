package dev.verbatim.article.web;

import dev.verbatim.article.web.WebFetcher.Validators;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.BufferedSource;

/// A reader of what a site answers to one request, within the limit of bytes. Thread-safe.
final class AnswerReader {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,7}");
    private static final String ADVICE_LATER = "Try it again later";

    private final Duration timeout;
    private final Clock clock;

    /// @param timeout that is told to those who wait
    AnswerReader(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    /// What to do after an answer.
    sealed interface Step {

        record Redirect(String location) implements Step {}

        record End(FetchResult result) implements Step {}

        static Step failed(String problem, String advice) {
            return new End(FetchResult.Failed.of(problem, advice));
        }
    }

    /// @param isPage false for a robots.txt, of which the beginning is enough
    Step read(HttpUrl url, Response response, boolean isPage) throws IOException {
        String location = response.header("Location");
        if (REDIRECTS.contains(response.code()) && location != null) {
            return new Step.Redirect(location);
        }
        if (response.code() == 304) {
            return new Step.End(new FetchResult.NotModified());
        }
        if (response.code() != 200) {
            return new Step.End(
                    new FetchResult.Failed(
                            response.code(),
                            "is answered with HTTP status " + response.code(),
                            response.code() < 500 ? "Look at the address" : ADVICE_LATER,
                            retryAfter(response)));
        }
        if (response.header("Content-Encoding") != null) {
            return Step.failed("is compressed in a way that I can't read", "Send it as a file");
        }
        return body(url, response, isPage);
    }

    private static Step body(HttpUrl url, Response response, boolean isPage) throws IOException {
        BufferedSource source = Objects.requireNonNull(response.body()).source();
        int limit = isPage ? WebFetcher.MAX_BYTES : RobotsRules.MAX_BYTES;
        boolean isLonger = source.request(limit + 1L);
        if (isLonger && isPage) {
            return Step.failed("is over 5 MB", "Send the article as a file");
        }
        return new Step.End(
                new FetchResult.Fetched(
                        url.toString(),
                        Objects.requireNonNullElse(response.header("Content-Type"), ""),
                        isLonger ? source.readByteString(limit) : source.readByteString(),
                        new Validators(response.header("ETag"), response.header("Last-Modified"))));
    }

    private Duration retryAfter(Response response) {
        String value = Objects.requireNonNullElse(response.header("Retry-After"), "").strip();
        if (DIGITS.matcher(value).matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration left = Duration.between(clock.instant(), then);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException e) {
            return Duration.ZERO; // it doesn't say
        }
    }

    /// What it means that there is no answer.
    FetchResult.Failed failure(IOException e) {
        return switch (e) {
            case PublicAddressSockets.NotPublicException _ ->
                    FetchResult.Failed.of(
                            "is not on the public internet", "Send the article as a file");
            case UnknownHostException _ ->
                    FetchResult.Failed.of("has a host that nobody knows", "Look at the address");
            case SSLException _ ->
                    FetchResult.Failed.of(
                            "can't be fetched safely, its certificate or its encryption is wrong",
                            "Send the article as a file");
            case InterruptedIOException _ ->
                    FetchResult.Failed.of(
                            String.format(
                                    Locale.ROOT, "takes more than %d seconds", timeout.toSeconds()),
                            ADVICE_LATER);
            default -> FetchResult.Failed.of("can't be reached", ADVICE_LATER);
        };
    }
}
