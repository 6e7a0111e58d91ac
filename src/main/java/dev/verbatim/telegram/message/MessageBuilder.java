package dev.verbatim.telegram.message;

import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message while it is written, line by line.
public final class MessageBuilder {

    /// What stands, on a line of its own and outside the quotation, for words that are left out.
    private static final String LEFT_OUT = "[…]";

    // About eight lines on a telephone; what is longer would push the source out of sight.
    private static final int FOLDED_FROM = 700;

    private final StringBuilder text = new StringBuilder();
    private final List<TextEntity> entities = new ArrayList<>();

    public MessageBuilder line(String line) {
        append(line);
        return this;
    }

    public MessageBuilder blankLine() {
        text.append('\n');
        return this;
    }

    public MessageBuilder code(String line) {
        entities.add(new TextEntity.Code(append(line)));
        return this;
    }

    /// In UTF-16 units, so far.
    public int length() {
        return text.length();
    }

    public MessageBuilder link(String line, Optional<String> url) {
        TextSpan place = append(line);
        url.ifPresent(address -> entities.add(new TextEntity.Link(place, address)));
        return this;
    }

    public MessageBuilder bold(String line) {
        return bold(line, "");
    }

    /// A line with a bold beginning.
    public MessageBuilder bold(String beginning, String rest) {
        int start = append(beginning + rest).start();
        entities.add(new TextEntity.Bold(new TextSpan(start, start + beginning.length())));
        return this;
    }

    /// A line of which a part opens an address.
    public MessageBuilder link(String before, String linked, String after, Optional<String> url) {
        int start = append(before + linked + after).start() + before.length();
        int end = start + linked.length();
        url.filter(_ -> end > start)
                .ifPresent(to -> entities.add(new TextEntity.Link(new TextSpan(start, end), to)));
        return this;
    }

    /// Lines that are written already.
    public MessageBuilder add(ReplyMessage other) {
        int shift = append(other.text()).start();
        other.entities().forEach(textEntity -> entities.add(textEntity.shifted(shift)));
        return this;
    }

    /// How many places are marked so far.
    public int entityCount() {
        return entities.size();
    }

    /// Quotes an excerpt, and says before and after it where something is left out.
    public MessageBuilder quote(Excerpt excerpt) {
        addQuote(excerpt);
        return this;
    }

    /// The same, with what is shown of the emphasis in bold.
    public MessageBuilder quote(Excerpt excerpt, TextSpan emphasis) {
        int shift = addQuote(excerpt).start() - excerpt.span().start();
        int start = Math.max(emphasis.start(), excerpt.span().start());
        int end = Math.min(emphasis.end(), excerpt.span().end());
        if (start < end) {
            entities.add(new TextEntity.Bold(new TextSpan(start, end).shifted(shift)));
        }
        return this;
    }

    public ReplyMessage build(ReplyMessage.Button... buttons) {
        return new ReplyMessage(text.toString(), entities, List.of(List.of(buttons)));
    }

    /// How much of a message is left for a quotation beside these lines, and a blank one.
    public static int remainingRoom(int room, String... lines) {
        int taken = 2 * (LEFT_OUT.length() + 1) + 1;
        for (String line : lines) {
            taken += line.length() + 1;
        }
        return room - taken;
    }

    private TextSpan addQuote(Excerpt excerpt) {
        if (excerpt.isCutAtStart()) {
            append(LEFT_OUT);
        }
        TextSpan place = append(excerpt.text());
        entities.add(new TextEntity.Quote(place, place.length() > FOLDED_FROM));
        if (excerpt.isCutAtEnd()) {
            append(LEFT_OUT);
        }
        return place;
    }

    private TextSpan append(String line) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        text.append(line);
        return new TextSpan(start, text.length());
    }
}
