package dev.verbatim.telegram.delivery;

import dev.verbatim.JavaCommand;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.StoreFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A bot in a process of its own, which stops politely when it is told to: by a signal, or by the
/// end of its standard input.
final class BotProcess {

    private BotProcess() {}

    static Process start(TelegramDriver server, Path data, String... options) throws IOException {
        StoreFile.in(data).close();
        List<String> all = new ArrayList<>();
        all.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
        all.addAll(List.of(options));
        return new ProcessBuilder(
                        JavaCommand.of(all, BotProcess.class, server.address(), data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        RunningBot bot =
                RunningBot.withExistingStore(
                        arguments[0], Path.of(arguments[1]), new EchoUpdateHandler());
        Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
        int _ = System.in.read();
    }
}
