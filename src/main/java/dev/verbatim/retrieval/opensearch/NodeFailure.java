package dev.verbatim.retrieval.opensearch;

import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in words for an administrator why a node can't be asked, and what to do about it.
final class NodeFailure {

    /// How the JDK says that what came isn't TLS.
    private static final String NO_TLS = "plaintext connection";

    private NodeFailure() {}

    /// An exception for a cluster that is there, and that these settings don't let in: whoever
    /// starts the program can correct them. One that runs waits as in an outage, since a password
    /// may be changed and a certificate replaced on either side first.
    static final class RefusedException extends UnavailableException {

        private static final long serialVersionUID = 1;

        private final String line;

        /// @param line begins with the name of the setting
        RefusedException(String line) {
            super(line);
            this.line = line;
        }

        String line() {
            return line;
        }
    }

    static UnavailableException ofStatus(URI node, int status) {
        return unreachable(node, "answers with status " + status);
    }

    static UnavailableException of(URI node, @Nullable Throwable failure) {
        Optional<Throwable> untrusted = cause(failure, CertificateException.class);
        if (untrusted.isPresent()) {
            return new RefusedException(
                    "verbatim.opensearch.ca-certificate: the certificate of %s isn't trusted (%s). Give the PEM file with the certificate that it is signed with, and an address that it names."
                            .formatted(node, untrusted.get().getMessage()));
        }
        Optional<Throwable> tls = cause(failure, SSLException.class);
        if (tls.filter(one -> String.valueOf(one.getMessage()).contains(NO_TLS)).isPresent()) {
            return new RefusedException(
                    "verbatim.opensearch.urls: %s answers without TLS. Write http:// there."
                            .formatted(node));
        }
        return unreachable(node, problem(node, failure));
    }

    private static String problem(URI node, @Nullable Throwable failure) {
        if (cause(failure, UnresolvedAddressException.class).isPresent()) {
            return "has a name that isn't known";
        }
        if (cause(failure, HttpTimeoutException.class).isPresent()) {
            return "doesn't answer in time";
        }
        return cause(failure, ConnectException.class)
                .map(_ -> "refuses connections")
                .orElseGet(() -> "can't be asked (" + last(failure) + ")" + perhapsTls(node));
    }

    private static String perhapsTls(URI node) {
        return "http".equalsIgnoreCase(node.getScheme()) ? "; write https:// if it has TLS" : "";
    }

    private static UnavailableException unreachable(URI node, String problem) {
        return new UnavailableException(
                "no node of verbatim.opensearch.urls answers; the last one, %s, %s. Start the cluster, or correct the addresses."
                        .formatted(node, problem));
    }

    private static Optional<Throwable> cause(
            @Nullable Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).filter(type::isInstance).reduce((_, deeper) -> deeper);
    }

    private static String last(@Nullable Throwable failure) {
        return causes(failure).reduce((_, deeper) -> deeper).map(Throwable::toString).orElse("");
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
