package dev.verbatim.retrieval.opensearch;

import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of an OpenSearch cluster's REST interface. Thread-safe.
///
/// It asks one node, and the next one when that doesn't answer. A refused connection and a node
/// that has no copy of the index to ask are failures of the node; what is wrong with a request is
/// the same on all.
final class OpenSearchClient implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(60);

    /// Too many requests, bad gateway, unavailable, gateway timeout.
    private static final Set<Integer> NODE_FAILURES = Set.of(429, 502, 503, 504);

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final List<URI> nodes;
    private final String user;
    private final @Nullable String authorization;
    private final HttpClient http;
    private volatile int current;

    OpenSearchClient(OpenSearchSettings settings) {
        nodes = settings.nodes();
        user = settings.username();
        authorization = authorization(settings);
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT);
        settings.trusted().ifPresent(file -> builder.sslContext(trusting(file)));
        http = builder.build();
    }

    private static @Nullable String authorization(OpenSearchSettings settings) {
        if (settings.username().isEmpty()) {
            return null;
        }
        String user = settings.username() + ":" + settings.password();
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private static SSLContext trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null);
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), one);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "verbatim.opensearch.ca-certificate: "
                            + file
                            + " can't be read as PEM certificates: "
                            + e.getMessage(),
                    e);
        }
    }

    /// An answer of the cluster.
    ///
    /// @param status 200 to 299, or 404 or 409
    record Reply(int status, JsonNode body) {

        boolean isMissing() {
            return status == 404;
        }

        boolean isConflict() {
            return status == 409;
        }
    }

    /// @throws UnavailableException when no node answers, or none accepts the user
    Reply get(String path) {
        return join(send("GET", path, "", READ_TIMEOUT));
    }

    /// Asks something; may be sent twice.
    ///
    /// @param body JSON, or JSON lines
    CompletableFuture<Reply> ask(String path, String body) {
        return send("POST", path, body, READ_TIMEOUT);
    }

    /// Changes something; may be sent twice.
    Reply write(String method, String path, String body) {
        return join(send(method, path, body, WRITE_TIMEOUT));
    }

    /// The result of a request.
    static <T> T join(CompletableFuture<T> request) {
        try {
            return request.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private CompletableFuture<Reply> send(
            String method, String path, String body, Duration timeout) {
        return attempt(new Attempt(method, path, body, timeout), current, nodes.size());
    }

    private record Attempt(String method, String path, String body, Duration timeout) {}

    /// @param left how many nodes may be asked
    private CompletableFuture<Reply> attempt(Attempt attempt, int node, int left) {
        return http.sendAsync(request(attempt, nodes.get(node)), BodyHandlers.ofByteArray())
                .handle(Outcome::new)
                .thenCompose(outcome -> next(attempt, node, left, outcome));
    }

    /// What became of a request to one node: a response, or a failure.
    private record Outcome(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {}

    private CompletableFuture<Reply> next(Attempt attempt, int node, int left, Outcome outcome) {
        HttpResponse<byte[]> response = outcome.response();
        Optional<UnavailableException> failure = nodeFailure(nodes.get(node), outcome);
        if (failure.isEmpty() && response != null) {
            current = node;
            return CompletableFuture.completedFuture(reply(attempt, response));
        }
        return left > 1
                ? attempt(attempt, (node + 1) % nodes.size(), left - 1)
                : CompletableFuture.failedFuture(failure.orElseThrow());
    }

    private static Optional<UnavailableException> nodeFailure(URI node, Outcome outcome) {
        HttpResponse<byte[]> response = outcome.response();
        if (response == null) {
            return Optional.of(NodeFailure.of(node, outcome.failure()));
        }
        return NODE_FAILURES.contains(response.statusCode())
                ? Optional.of(NodeFailure.ofStatus(node, response.statusCode()))
                : Optional.empty();
    }

    private HttpRequest request(Attempt attempt, URI node) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(node.resolve(attempt.path()))
                        .timeout(attempt.timeout())
                        .header(
                                "Content-Type",
                                attempt.body().endsWith("\n")
                                        ? "application/x-ndjson"
                                        : "application/json")
                        .method(
                                attempt.method(),
                                attempt.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(attempt.body()));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private Reply reply(Attempt attempt, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (REFUSED.contains(status)) {
            throw refused(attempt, response);
        }
        JsonNode body = body(response.body());
        if (status >= 300 && status != 404 && status != 409) {
            throw new IllegalStateException(
                    "the cluster can't do %s %s: status %d, %s"
                            .formatted(attempt.method(), attempt.path(), status, reason(body)));
        }
        return new Reply(status, body);
    }

    private NodeFailure.RefusedException refused(Attempt attempt, HttpResponse<byte[]> response) {
        String asked = attempt.method() + " " + response.uri();
        return new NodeFailure.RefusedException(
                "verbatim.opensearch.username: \"%s\" may not %s (status %d%s). Correct verbatim.opensearch.username and .password, or give this user the rights."
                        .formatted(user, asked, response.statusCode(), why(response.body())));
    }

    /// Not every proxy says why in JSON.
    private static String why(byte[] body) {
        try {
            String reason = reason(body(body));
            return reason.isEmpty() ? "" : ", " + reason;
        } catch (UnavailableException _) {
            return "";
        }
    }

    /// The address of the node that is asked now.
    URI node() {
        return nodes.get(current);
    }

    private static JsonNode body(byte[] bytes) {
        try {
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new UnavailableException(
                    "what answers at verbatim.opensearch.urls is no OpenSearch: "
                            + e.getOriginalMessage());
        }
    }

    /// What an error says, without the request that it may repeat.
    static String reason(JsonNode reply) {
        JsonNode error = reply.path("error");
        String type = error.path("type").asString("");
        String reason = error.path("reason").asString("");
        return (type + " " + reason).strip();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
