package dev.verbatim.reader;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the reader.
///
/// @param enabled when false, answers are decided from retrieval alone
/// @param model path of an ONNX file with the inputs and outputs of the bundled model; empty for
///   the bundled model itself
/// @param cache how many passages that were read for a question are remembered; 0 for none
/// @param endpoint address of a language model that reads instead of a network of ours; empty for
///   none
/// @param endpointModel the name of the model there
/// @param endpointKey sent as a bearer token; empty for none
/// @param endpointTimeout after which a network of ours reads instead
@ConfigurationProperties("verbatim.reader")
public record ReaderSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String model,
        @DefaultValue("1000") int cache,
        @DefaultValue("") String endpoint,
        @DefaultValue("") String endpointModel,
        @DefaultValue("") String endpointKey,
        @DefaultValue("10s") Duration endpointTimeout) {

    public ReaderSettings {
        if (cache < 0) {
            throw new IllegalArgumentException(
                    "verbatim.reader.cache: "
                            + cache
                            + " is below 0. Give the number of readings to remember, 0 for none.");
        }
    }

    /// Settings without an endpoint, for a reader that reads everything anew.
    public static ReaderSettings local(boolean enabled, String model) {
        return new ReaderSettings(enabled, model, 0, "", "", "", Duration.ofSeconds(10));
    }

    /// The language model that reads, if one is set.
    ///
    /// @throws IllegalArgumentException when its settings can't be used
    Optional<Endpoint> chatEndpoint() {
        return endpoint.isBlank() || !enabled
                ? Optional.empty()
                : Optional.of(new Endpoint(address(), endpointModel, endpointKey, endpointTimeout));
    }

    private URI address() {
        try {
            URI address = URI.create(endpoint.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new IllegalArgumentException(
                "verbatim.reader.endpoint: "
                        + shownAddress()
                        + " is no http address. Give one such as http://127.0.0.1:11434/v1, or leave it empty.");
    }

    /// The endpoint without what may be secret: a password before the host, a key behind `?`.
    private String shownAddress() {
        int query = endpoint.indexOf('?');
        String address = query < 0 ? endpoint : endpoint.substring(0, query) + "?…";
        int at = address.lastIndexOf('@');
        int authority = address.indexOf("//");
        int start = authority < 0 || authority > at ? 0 : authority + 2;
        return at < 0 ? address : address.substring(0, start) + "…" + address.substring(at);
    }

    /// Without the key, which is a secret, as parts of the address may be. Never fails.
    @Override
    public String toString() {
        return "ReaderSettings[enabled=%s, model=%s, endpoint=%s]"
                .formatted(enabled, model, shownAddress());
    }

    /// A chat endpoint.
    ///
    /// @param address without or with the path `/chat/completions`
    record Endpoint(URI address, String model, String key, Duration timeout) {

        private static final String PATH = "/chat/completions";

        String host() {
            return address.getHost();
        }

        URI chatCompletions() {
            String text = address.toString();
            while (text.endsWith("/")) {
                text = text.substring(0, text.length() - 1);
            }
            return URI.create(text.endsWith(PATH) ? text : text + PATH);
        }

        /// Without key and address, which may be secrets.
        @Override
        public String toString() {
            return "Endpoint[host=" + host() + ", model=" + model + "]";
        }
    }
}
