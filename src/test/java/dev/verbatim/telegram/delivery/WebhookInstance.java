package dev.verbatim.telegram.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.verbatim.JavaCommand;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.dao.DataAccessException;

/// One of several bots on a store, which is brought updates at a port of its own; also as a process
/// of its own, which can be killed.
final class WebhookInstance implements AutoCloseable {

    static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final RunningBot bot;
    private final HttpServer door;

    private WebhookInstance(RunningBot bot, HttpServer door) {
        this.bot = bot;
        this.door = door;
    }

    /// @param telegram the address of the Bot API server
    /// @param data the folder that says where the store is
    /// @param url where Telegram brings updates to all instances
    static WebhookInstance start(String telegram, Path data, String url) throws IOException {
        RunningBot bot =
                RunningBot.byWebhook(telegram, data, new TelegramSettings.Webhook(url, ""));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var instance = new WebhookInstance(bot, HttpServer.create(address, 0));
        instance.door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        instance.door.createContext("/", instance::take);
        instance.door.start();
        return instance;
    }

    /// In a process of its own, whose first line says its port.
    static Process launch(String telegram, Path data, String url, int leaseSeconds)
            throws IOException {
        List<String> options =
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dverbatim.lease-seconds=" + leaseSeconds);
        return new ProcessBuilder(
                        JavaCommand.of(
                                options, WebhookInstance.class, telegram, data.toString(), url))
                .redirectErrorStream(true)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        try (WebhookInstance instance = start(arguments[0], Path.of(arguments[1]), arguments[2])) {
            System.out.println("port " + instance.port());
            int _ = System.in.read();
        }
    }

    int port() {
        return door.getAddress().getPort();
    }

    RunningBot bot() {
        return bot;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String secret = exchange.getRequestHeaders().getFirst(SECRET);
            exchange.sendResponseHeaders(
                    bot.telegramBot.webhookSecret().equals(secret) ? take(body) : 401, -1);
        } catch (StoreException | DataAccessException _) {
            exchange.sendResponseHeaders(503, -1);
        }
    }

    private int take(byte[] body) throws IOException {
        return bot.telegramBot.ingest(UpdateDecoder.JSON.readTree(body)) ? 200 : 503;
    }

    @Override
    public void close() {
        door.stop(0);
        bot.close();
    }
}
