package dev.verbatim.retrieval.opensearch;

import static dev.verbatim.retrieval.opensearch.ClusterStandIn.COUNTS;
import static dev.verbatim.retrieval.opensearch.ClusterStandIn.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cluster with TLS, by a stand-in whose certificate nobody has signed but itself.
class OpenSearchTlsTest {

    private static final char[] WORD = "password".toCharArray();

    @TempDir private static Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        make("node", "SAN=ip:127.0.0.1");
        make("elsewhere", "SAN=dns:search.example");
    }

    private static void make(String name, String names) throws Exception {
        Process tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "node",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                names,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(WORD),
                                "-keystore",
                                keys(name).toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start();
        assertThat(tool.waitFor()).isZero();
        byte[] certificate = read(name).getCertificate("node").getEncoded();
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        Files.writeString(
                pem(name),
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(encoder.encodeToString(certificate)));
    }

    private static Path keys(String name) {
        return folder.resolve(name + ".p12");
    }

    private static Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    private static KeyStore read(String name) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys(name))) {
            keys.load(in, WORD);
        }
        return keys;
    }

    private static ClusterStandIn cluster(String name)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(read(name), WORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        ClusterStandIn cluster = ClusterStandIn.startWithTls(context);
        cluster.serve(STATE + "," + COUNTS);
        return cluster;
    }

    private static OpenSearchIndex open(ClusterStandIn cluster, String trusted) {
        return OpenSearchIndex.open(
                new OpenSearchSettings(
                        List.of(cluster.url()), "reader", "s3cret", "articles", trusted, 0),
                IndexFixtures.vectors(),
                () -> false);
    }

    @Test
    void aCertificateThatIsGivenIsTrusted() throws Exception {
        try (ClusterStandIn cluster = cluster("node");
                OpenSearchIndex index = open(cluster, pem("node").toString())) {
            assertThat(index.passages()).isEqualTo(7);
        }
    }

    @Test
    void aCertificateThatNobodyKnowsEndsTheStart() throws Exception {
        try (ClusterStandIn cluster = cluster("node")) {
            assertThatThrownBy(() -> open(cluster, ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "verbatim.opensearch.ca-certificate: the certificate of %s/ isn't trusted"
                                    .formatted(cluster.url()))
                    .hasMessageContaining(
                            "Give the PEM file with the certificate that it is signed")
                    .hasMessageNotContaining("s3cret")
                    .hasMessageNotContaining("\n");
            assertThat(cluster.requests()).isEmpty();
        }
    }

    @Test
    void anAddressWithoutTlsOfANodeWithSaysSo() throws Exception {
        try (ClusterStandIn cluster = cluster("node")) {
            var settings =
                    new OpenSearchSettings(
                            List.of(cluster.url().replace("https", "http")), "", "", "a", "", 0);
            try (var client = new OpenSearchClient(settings)) {
                assertThatThrownBy(() -> client.get("a"))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("; write https:// if it has TLS");
            }
        }
    }

    @Test
    void aCertificateForAnotherAddressEndsTheStart() throws Exception {
        try (ClusterStandIn cluster = cluster("elsewhere")) {
            assertThatThrownBy(() -> open(cluster, pem("elsewhere").toString()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("isn't trusted")
                    .hasMessageContaining("127.0.0.1")
                    .hasMessageContaining("and an address that it names")
                    .hasMessageNotContaining("\n");
            assertThat(cluster.requests()).isEmpty();
        }
    }

    @Test
    void aFileWithoutCertificatesEndsTheStart() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pem"), "no PEM", StandardCharsets.UTF_8);
        try (ClusterStandIn cluster = cluster("node")) {
            for (Path file : List.of(text, folder.resolve("missing.pem"))) {
                assertThatThrownBy(() -> open(cluster, file.toString()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("verbatim.opensearch.ca-certificate: " + file)
                        .hasMessageContaining("can't be read as PEM certificates")
                        .hasMessageNotContaining("\n");
            }
        }
    }
}
