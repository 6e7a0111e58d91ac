package dev.verbatim.playground;

import dev.verbatim.playground.botapi.DraftMessage;
import dev.verbatim.playground.botapi.FakeTelegram;
import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// What was said in a group before anybody came: `reading-group.txt`.
///
/// A line has the minutes ago, the number of the person, the number of the line that is replied to
/// (0 for none) and the words.
record DemoConversation(List<Line> lines) {

    private static final Pattern COLUMNS = Pattern.compile("\t");

    /// @param replyTo counted from 1; 0 for none
    record Line(int minutesAgo, int person, int replyTo, String words) {}

    static DemoConversation read() {
        try (InputStream file = DemoConversation.class.getResourceAsStream("reading-group.txt")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new DemoConversation(
                    text.lines()
                            .filter(line -> !line.isBlank())
                            .map(DemoConversation::line)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("reading-group.txt can't be read", e);
        }
    }

    private static Line line(String text) {
        String[] columns = COLUMNS.split(text, 4);
        return new Line(
                Integer.parseInt(columns[0]),
                Integer.parseInt(columns[1]),
                Integer.parseInt(columns[2]),
                columns[3]);
    }

    void replay(SimulatedChat chat, List<PersonAccount> cast, FakeTelegram telegram) {
        List<SimulatedMessage> posts = new ArrayList<>();
        for (Line line : lines) {
            DraftMessage draft =
                    DraftMessage.text(line.words())
                            .dated(telegram.secondsAgo(line.minutesAgo() * 60L));
            boolean reply = line.replyTo() > 0;
            DraftMessage said = reply ? draft.replyingTo(posts.get(line.replyTo() - 1)) : draft;
            posts.add(cast.get(line.person()).send(chat, said));
        }
    }
}
