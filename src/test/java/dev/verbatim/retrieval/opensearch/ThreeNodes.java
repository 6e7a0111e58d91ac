package dev.verbatim.retrieval.opensearch;

import static org.awaitility.Awaitility.await;

import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.opensearch.ClusterProcess.Distribution;
import dev.verbatim.retrieval.opensearch.ClusterProcess.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// A cluster of three nodes on this machine that can be killed and started again.
final class ThreeNodes {

    static final Duration PATIENCE = Duration.ofMinutes(6);

    private final List<Member> members;
    private final Path home;
    private final Map<String, ClusterProcess> running = new HashMap<>();

    /// @param home a folder for what they store
    ThreeNodes(List<Member> members, Path home) {
        this.members = List.copyOf(members);
        this.home = home;
    }

    /// With ports that are free now.
    static ThreeNodes in(Path home) throws IOException {
        return new ThreeNodes(
                List.of(Member.of("one"), Member.of("two"), Member.of("three")), home);
    }

    /// Starts those that aren't running, and waits until they are.
    void startMissing() throws IOException, InterruptedException {
        List<Member> gone =
                members.stream().filter(member -> !running.containsKey(member.name())).toList();
        for (Member member : gone) {
            running.put(
                    member.name(),
                    ClusterProcess.start(Distribution.NEWEST, member, members, home));
        }
        for (Member member : gone) {
            ClusterProcess.awaitStart(home.resolve(member.name() + ".log"));
        }
    }

    void kill(String name) {
        Objects.requireNonNull(running.remove(name)).close();
    }

    void killAll() {
        List.copyOf(running.keySet()).forEach(this::kill);
    }

    List<String> urls() {
        return members.stream().map(Member::url).toList();
    }

    /// All, that of this node first.
    List<String> urlsBeginningWith(String name) {
        List<String> urls = new ArrayList<>();
        for (Member member : members) {
            urls.add(member.name().equals(name) ? 0 : urls.size(), member.url());
        }
        return urls;
    }

    /// Waits until each copy of an index is complete.
    static void awaitCopies(OpenSearchClient client, String index) {
        String path = "_cluster/health/" + index + "?wait_for_status=green&timeout=4s";
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UnavailableException.class)
                .until(() -> status(client.get(path).body()).equals("green"));
    }

    private static String status(JsonNode health) {
        return health.path("status").asString("");
    }

    /// The name of the node that has the copy that is written to.
    static String primary(OpenSearchClient client, String index) {
        for (JsonNode shard : client.get("_cat/shards/" + index + "?format=json").body()) {
            if (shard.path("prirep").asString("").equals("p")) {
                return shard.path("node").asString("");
            }
        }
        throw new AssertionError("no primary of " + index);
    }
}
