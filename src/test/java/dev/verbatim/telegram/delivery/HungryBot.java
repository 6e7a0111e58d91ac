package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A bot in a process of its own that needs more memory than there is for a certain question.
final class HungryBot extends EchoUpdateHandler {

    static final String FEAST = "What is all there is?";

    public static void main(String[] arguments) throws IOException {
        try (RunningBot _ =
                RunningBot.withExistingStore(
                        arguments[0], Path.of(arguments[1]), new HungryBot())) {
            int _ = System.in.read();
        }
    }

    @Override
    public void handle(DecodedUpdate update, ReplyTransaction transaction) {
        if (update.incoming() instanceof Incoming.Asked asked && asked.text().equals(FEAST)) {
            eat();
        }
        super.handle(update, transaction);
    }

    private static void eat() {
        List<byte[]> eaten = new ArrayList<>();
        while (eaten.size() < Integer.MAX_VALUE) {
            eaten.add(new byte[1 << 20]);
        }
    }
}
