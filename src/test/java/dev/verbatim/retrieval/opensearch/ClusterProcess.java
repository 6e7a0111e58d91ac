package dev.verbatim.retrieval.opensearch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A node of OpenSearch in a process of its own, with a class path of its own: it brings another
/// Lucene. Made of `src/cluster` by the Maven profile `cluster`.
final class ClusterProcess implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "cluster");
    private static final Duration START = Duration.ofMinutes(6);

    private final Process process;

    private ClusterProcess(Process process) {
        this.process = process;
    }

    /// A distribution of the server, as small as the tests allow.
    enum Distribution {
        NEWEST(
                FOLDER,
                "org.opensearch.transport.Netty4ModulePlugin,"
                        + "org.opensearch.analysis.common.CommonAnalysisModulePlugin"),
        WITH_KNN(FOLDER.resolve("knn"), NEWEST.plugins + ",org.opensearch.knn.plugin.KNNPlugin");

        private final Path folder;
        private final String plugins;

        Distribution(Path folder, String plugins) {
            this.folder = folder;
            this.plugins = plugins;
        }

        /// Whether a node can be started.
        boolean isPrepared() {
            return Files.exists(folder.resolve("classpath"));
        }

        private List<String> command() throws IOException {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xms256m",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "--add-modules=jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dopensearch.set.netty.runtime.available.processors=false",
                    "-Dcluster.plugins=" + plugins,
                    "-cp",
                    folder.resolve("classes")
                            + ":"
                            + Files.readString(folder.resolve("classpath")).strip(),
                    "ClusterNode");
        }
    }

    /// The ports of a cluster's nodes.
    record Member(String name, int http, int transport) {

        static Member of(String name) throws IOException {
            try (var http = free();
                    var transport = free()) {
                return new Member(name, http.getLocalPort(), transport.getLocalPort());
            }
        }

        private static ServerSocket free() throws IOException {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        }

        String seed() {
            return "127.0.0.1:" + transport;
        }

        String url() {
            return "http://127.0.0.1:" + http;
        }
    }

    /// Starts a cluster of one node, and waits until it is up.
    static ClusterProcess startAlone(Distribution distribution, Member member, Path home)
            throws IOException, InterruptedException {
        ClusterProcess node = start(distribution, member, List.of(member), home);
        awaitStart(home.resolve(member.name() + ".log"));
        return node;
    }

    /// Starts a node; returns before it is up.
    ///
    /// @param others all members of its cluster, itself among them
    static ClusterProcess start(
            Distribution distribution, Member member, List<Member> others, Path home)
            throws IOException {
        List<String> command = new ArrayList<>(distribution.command());
        command.add("path.home=" + home.resolve(member.name()));
        command.add("cluster.name=verbatim-test");
        command.add("node.name=" + member.name());
        command.add("http.port=" + member.http());
        command.add("transport.port=" + member.transport());
        command.add("discovery.seed_hosts=" + joined(others.stream().map(Member::seed).toList()));
        command.add(
                "cluster.initial_cluster_manager_nodes="
                        + joined(others.stream().map(Member::name).toList()));
        Path log = home.resolve(member.name() + ".log");
        return new ClusterProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start());
    }

    private static String joined(List<String> values) {
        return String.join(",", values);
    }

    /// Waits until a log says that its node has started.
    static void awaitStart(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!Files.exists(log) || !Files.readString(log).contains("STARTED")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no node in " + START + ", see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /// Ends it as a power cut does, and waits until it has.
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
