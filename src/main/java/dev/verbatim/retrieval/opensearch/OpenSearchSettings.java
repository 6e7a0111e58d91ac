package dev.verbatim.retrieval.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the OpenSearch cluster that passages are searched in.
///
/// @param urls addresses of its nodes; a node that doesn't answer is passed over
/// @param username empty for a cluster that asks for none
/// @param password of the user
/// @param index name of the alias of the served index, and the beginning of the names of indexes
/// @param caCertificate PEM file with the certificates that the nodes' are signed with; empty for
///   those that Java trusts
/// @param replicas how many copies the cluster keeps besides the first
@ConfigurationProperties("verbatim.opensearch")
public record OpenSearchSettings(
        @DefaultValue("http://localhost:9200") List<String> urls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("passages") String index,
        @DefaultValue("") String caCertificate,
        @DefaultValue("1") int replicas) {

    public OpenSearchSettings {
        urls = List.copyOf(urls);
    }

    /// The addresses of the nodes.
    ///
    /// @throws IllegalArgumentException when they can't be used
    List<URI> nodes() {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(
                    "verbatim.opensearch.urls is empty. Give the address of a node, such as"
                            + " https://search.example:9200.");
        }
        return urls.stream().map(OpenSearchSettings::node).toList();
    }

    /// Refuses what no cluster takes, before one is asked.
    ///
    /// @throws IllegalArgumentException with what to write instead
    OpenSearchSettings checked() {
        if (index.isEmpty()
                || index.charAt(0) == '-'
                || index.charAt(0) == '_'
                || !index.chars().allMatch(OpenSearchSettings::mayBeInName)) {
            throw new IllegalArgumentException(
                    "verbatim.opensearch.index: \"%s\" can't be used. Write lower-case letters, digits, - and _."
                            .formatted(index));
        }
        if (replicas < 0) {
            throw new IllegalArgumentException(
                    "verbatim.opensearch.replicas: %d can't be used. Write 0 or more."
                            .formatted(replicas));
        }
        return this;
    }

    private static boolean mayBeInName(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter == '_';
    }

    private static URI node(String url) {
        String address = url.strip();
        try {
            URI node = URI.create(address.endsWith("/") ? address : address + "/");
            String scheme = String.valueOf(node.getScheme()).toLowerCase(Locale.ROOT);
            if (node.getHost() != null
                    && node.getUserInfo() == null
                    && (scheme.equals("http") || scheme.equals("https"))) {
                return node;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new IllegalArgumentException(
                "verbatim.opensearch.urls: "
                        + address.substring(address.indexOf('@') + 1)
                        + " is no address of a node. Give one such as https://search.example:9200;"
                        + " user and password have settings of their own.");
    }

    /// The file with the certificates to trust; empty for those that Java trusts.
    Optional<Path> trusted() {
        return caCertificate.isBlank() ? Optional.empty() : Optional.of(Path.of(caCertificate));
    }

    /// The same cluster, with another index.
    public OpenSearchSettings with(String otherIndex) {
        return new OpenSearchSettings(
                urls, username, password, otherIndex, caCertificate, replicas);
    }

    /// Without user and password, which are secrets, and the addresses, which may have some.
    @Override
    public String toString() {
        return "OpenSearchSettings[nodes=%d, index=%s, replicas=%d]"
                .formatted(urls.size(), index, replicas);
    }
}
