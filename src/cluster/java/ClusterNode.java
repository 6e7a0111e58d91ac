import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/// A node of OpenSearch for tests: what the distribution starts, without its scripts and folders.
///
/// Its arguments are settings, `name=value`; `path.home` must be among them. It says STARTED on
/// standard output, and runs until it is killed.
final class ClusterNode extends Node {

    private ClusterNode(Environment environment, List<PluginInfo> plugins) {
        super(environment, plugins, true);
    }

    public static void main(String[] arguments) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        settings.put("network.host", "127.0.0.1")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("cluster.routing.allocation.disk.threshold_enabled", false);
        Settings prepared = settings.build();
        Files.createDirectories(Path.of(prepared.get("path.home"), "config"));
        Environment environment =
                InternalSettingsPreparer.prepareEnvironment(
                        prepared, Map.of(), null, () -> prepared.get("node.name"));
        ClusterNode node = new ClusterNode(environment, plugins());
        node.start();
        System.out.println("STARTED");
        Thread.currentThread().join();
    }

    /// What is on the class path: the k-NN plugin is named by a property, where it is.
    private static List<PluginInfo> plugins() {
        String names =
                System.getProperty(
                        "cluster.plugins",
                        Netty4ModulePlugin.class.getName()
                                + ","
                                + CommonAnalysisModulePlugin.class.getName());
        return Arrays.stream(names.split(",")).map(ClusterNode::plugin).toList();
    }

    private static PluginInfo plugin(String type) {
        return new PluginInfo(
                type, "class path", "NA", Version.CURRENT, "21", type, null, List.of(), false);
    }
}
