package dev.verbatim.article.web;

import java.io.IOException;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A fetcher of what lies at a web address, whoever chose it. Connects to public addresses only,
/// follows redirects by hand, obeys robots.txt, and stops at a limit of bytes (counted as they come
/// out of the compression) and of time for all of it. Thread-safe.
public final class WebFetcher implements AutoCloseable {

    /// The size limit of what is fetched.
    public static final int MAX_BYTES = 5_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(WebFetcher.class);

    private static final int MAX_REDIRECTS = 8;
    private static final int MAX_ADDRESS = 2_000;
    private static final String ACCEPTED =
            "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml,"
                    + " text/plain;q=0.8, text/markdown;q=0.8, application/xml;q=0.7, */*;q=0.5";

    private final FetchSettings settings;
    private final OkHttpClient http;
    private final AnswerReader answers;
    private final RobotsCache robots;

    /// Settings of what may be fetched.
    ///
    /// @param enabled whether pages are fetched for editors
    /// @param userAgent what sites are told; they address it by the part before the slash
    /// @param timeout for all of it: redirects, headers, body
    /// @param privateAddresses whether to connect to addresses that aren't public, too
    @ConfigurationProperties("verbatim.fetch")
    public record FetchSettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("Verbatim/1.0 (a bot that quotes articles on Telegram)") String userAgent,
            @DefaultValue("15s") Duration timeout,
            @DefaultValue("false") boolean privateAddresses) {

        /// The name by which a robots.txt addresses the bot.
        String crawler() {
            int end = userAgent.indexOf('/');
            return (end < 0 ? userAgent : userAgent.substring(0, end)).strip();
        }
    }

    /// What tells a site which version is known.
    ///
    /// @param entityTag of the `ETag` header
    /// @param lastModified as the site wrote it
    public record Validators(@Nullable String entityTag, @Nullable String lastModified) {

        public static final Validators NONE = new Validators(null, null);
    }

    /// Connections aren't kept: pages of a site come with pauses, in which it closes them without a
    /// word, and the next request would fail.
    public WebFetcher(FetchSettings settings, Clock clock) {
        this.settings = settings;
        this.answers = new AnswerReader(settings.timeout(), clock);
        var client =
                new OkHttpClient.Builder()
                        .proxy(Proxy.NO_PROXY)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                        .connectTimeout(settings.timeout())
                        .readTimeout(settings.timeout());
        if (!settings.privateAddresses()) {
            client.socketFactory(new PublicAddressSockets());
        }
        http = client.build();
        robots = new RobotsCache(settings.crawler(), clock, this::robots);
    }

    public boolean isEnabled() {
        return settings.enabled();
    }

    /// Fetches what lies at an address.
    public FetchResult fetch(String address) {
        return fetch(address, Validators.NONE);
    }

    /// Fetches what lies at an address, unless it is what is known already.
    public FetchResult fetch(String address, Validators known) {
        Optional<HttpUrl> url = parse(address);
        if (url.isEmpty()) {
            return FetchResult.Failed.of(
                    "is not a web address", "Write it as https://example.org/article");
        }
        FetchResult result = follow(url.get(), new Visit(known, true));
        if (result instanceof FetchResult.Failed failed) {
            LOG.info("Not fetched: {} {}", url.get().redact(), failed.problem());
        }
        return result;
    }

    /// The address in its usual spelling; empty when it is none that may be fetched.
    static Optional<HttpUrl> parse(String address) {
        return Optional.ofNullable(address.length() > MAX_ADDRESS ? null : HttpUrl.parse(address))
                .filter(url -> url.username().isEmpty() && url.password().isEmpty())
                .map(url -> url.newBuilder().fragment(null).build());
    }

    /// One fetch with its limits, over all redirects.
    private final class Visit {

        private final Validators known;
        private final boolean asksRobots;
        private final long end = System.nanoTime() + settings.timeout().toNanos();

        /// @param asksRobots false for a robots.txt itself
        Visit(Validators known, boolean asksRobots) {
            this.known = known;
            this.asksRobots = asksRobots;
        }

        Optional<FetchResult.Failed> refusal(HttpUrl url) {
            return asksRobots ? robots.refusal(url) : Optional.empty();
        }

        long nanosLeft() {
            return Math.max(1, end - System.nanoTime());
        }
    }

    private FetchResult follow(HttpUrl start, Visit visit) {
        HttpUrl url = start;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            Optional<FetchResult.Failed> refusal = visit.refusal(url);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            switch (get(url, visit)) {
                case AnswerReader.Step.Redirect(var location) -> {
                    Optional<HttpUrl> next =
                            Optional.ofNullable(url.resolve(location))
                                    .flatMap(target -> parse(target.toString()));
                    if (next.isEmpty()) {
                        return FetchResult.Failed.of(
                                "leads to something that is not on the web", "Look at the address");
                    }
                    url = next.get();
                }
                case AnswerReader.Step.End(var result) -> {
                    return result;
                }
            }
        }
        return FetchResult.Failed.of("leads around in circles", "Look at the address");
    }

    private AnswerReader.Step get(HttpUrl url, Visit visit) {
        var request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", settings.userAgent())
                        .header("Accept", ACCEPTED);
        if (visit.known.entityTag() != null) {
            request.header("If-None-Match", visit.known.entityTag());
        }
        if (visit.known.lastModified() != null) {
            request.header("If-Modified-Since", visit.known.lastModified());
        }
        var call = http.newCall(request.build());
        call.timeout().timeout(visit.nanosLeft(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return answers.read(url, response, visit.asksRobots);
        } catch (IOException e) {
            LOG.debug("{} can't be fetched", url.redact(), e);
            return new AnswerReader.Step.End(answers.failure(e));
        }
    }

    /// Fetches a robots.txt, for which nothing else has to be asked.
    private FetchResult robots(HttpUrl address) {
        return follow(address, new Visit(Validators.NONE, false));
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
