package dev.verbatim.telegram.message;

import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A builder of messages, line by line. Every method but [#quote] adds one line.
public final class MessageBuilder {

    /// The line, outside the quotation, in place of omitted words.
    private static final String OMISSION = "[…]";

    // About eight lines on a phone; a longer quotation would push the source out of sight.
    private static final int COLLAPSED_FROM = 700;

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

    /// The length so far, in UTF-16 units.
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

    /// Adds a line with a bold beginning.
    public MessageBuilder bold(String beginning, String rest) {
        int start = append(beginning + rest).start();
        entities.add(new TextEntity.Bold(new TextSpan(start, start + beginning.length())));
        return this;
    }

    /// Adds a line, part of which is a link.
    public MessageBuilder link(String before, String linked, String after, Optional<String> url) {
        int start = append(before + linked + after).start() + before.length();
        int end = start + linked.length();
        url.filter(_ -> end > start)
                .ifPresent(to -> entities.add(new TextEntity.Link(new TextSpan(start, end), to)));
        return this;
    }

    /// Adds the lines of another message with their entities.
    public MessageBuilder add(ReplyMessage other) {
        int shift = append(other.text()).start();
        other.entities().forEach(textEntity -> entities.add(textEntity.shifted(shift)));
        return this;
    }

    /// The number of entities so far.
    public int entityCount() {
        return entities.size();
    }

    /// Quotes an excerpt, and marks before and after it where words are omitted.
    public MessageBuilder quote(Excerpt excerpt) {
        addQuote(excerpt);
        return this;
    }

    /// Quotes an excerpt with the shown part of the emphasis in bold.
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

    /// The room for a quotation beside these lines and a blank one.
    public static int remainingRoom(int room, String... lines) {
        int taken = 2 * (OMISSION.length() + 1) + 1;
        for (String line : lines) {
            taken += line.length() + 1;
        }
        return room - taken;
    }

    private TextSpan addQuote(Excerpt excerpt) {
        if (excerpt.isCutAtStart()) {
            append(OMISSION);
        }
        TextSpan place = append(excerpt.text());
        entities.add(new TextEntity.Quote(place, place.length() > COLLAPSED_FROM));
        if (excerpt.isCutAtEnd()) {
            append(OMISSION);
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
