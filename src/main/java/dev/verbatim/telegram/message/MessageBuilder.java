package dev.verbatim.telegram.message;

import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.Excerpt.MessageQuote;
import dev.verbatim.telegram.message.ReplyMessage.Layout;
import dev.verbatim.telegram.message.ReplyMessage.Layout.Kind;
import dev.verbatim.telegram.message.ReplyMessage.Layout.Part;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A builder of messages, line by line. Every method but [#quote] adds one line.
public final class MessageBuilder {

    /// The beginning of a line that is an item of a list.
    public static final String BULLET = "• ";

    /// The line, outside the quotation, in place of omitted words.
    public static final String OMISSION = "[…]";

    // About eight lines on a phone; a longer quotation would push the source out of sight.
    private static final int COLLAPSED_FROM = 700;

    private static final Pattern CALL =
            Pattern.compile("(?<![\\p{L}\\p{N}_/@])[@/][\\p{L}\\p{N}_@]++");

    // Telegram takes a hundred entities, and a message has several such lines.
    private static final int MOST_CALLS = 4;

    private final StringBuilder text = new StringBuilder();
    private final List<TextEntity> entities = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

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

    /// Adds a link that what follows is about.
    public MessageBuilder title(String line, Optional<String> url) {
        TextSpan place = append(line, Kind.HEADING);
        url.ifPresent(address -> entities.add(new TextEntity.Link(place, address)));
        return this;
    }

    public MessageBuilder bold(String line) {
        entities.add(new TextEntity.Bold(append(line, Kind.HEADING)));
        return this;
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

    /// Adds a line that people wrote, part of which is marked. An `@name` in the rest notifies
    /// nobody, and a command in it does nothing: they are set as code, which apps never look into.
    public MessageBuilder said(
            String before, String marked, String after, Function<TextSpan, TextEntity> mark) {
        int start = append(before + marked + after).start();
        int at = start + before.length();
        silence(before, start);
        if (!marked.isEmpty()) {
            entities.add(mark.apply(new TextSpan(at, at + marked.length())));
        }
        silence(after, at + marked.length());
        return this;
    }

    /// The same for a line without such a mark.
    public MessageBuilder said(String line) {
        silence(line, append(line).start());
        return this;
    }

    /// The same for a line with a bold beginning.
    public MessageBuilder saidBold(String beginning, String rest) {
        int start = append(beginning + rest, Kind.SUBHEADING).start();
        int at = start;
        for (TextSpan call : silence(beginning, start)) {
            addBold(at, call.start());
            at = call.end();
        }
        addBold(at, start + beginning.length());
        silence(rest, start + beginning.length());
        return this;
    }

    /// Says which words the last line quotes at its end.
    ///
    /// @param lead what leads to them, with the opening mark
    /// @param tail what follows them, with the closing mark
    public MessageBuilder quoting(String lead, MessageQuote quote, String tail) {
        Part last = parts.removeLast();
        int end = last.span().end() - tail.length();
        int start = end - quote.words().length();
        var words = new TextSpan(start, end);
        parts.add(
                new Part(
                        last.span(),
                        last.kind(),
                        new Layout.Quoted(
                                start - lead.length(),
                                words,
                                quote.cutBefore(),
                                quote.cutAfter())));
        return this;
    }

    private void addBold(int start, int end) {
        if (start < end) {
            entities.add(new TextEntity.Bold(new TextSpan(start, end)));
        }
    }

    private List<TextSpan> silence(String words, int start) {
        List<TextSpan> calls =
                CALL.matcher(words)
                        .results()
                        .map(call -> new TextSpan(start + call.start(), start + call.end()))
                        .toList();
        List<TextSpan> silenced =
                calls.size() > MOST_CALLS ? List.of(calls.getFirst().to(calls.getLast())) : calls;
        silenced.forEach(place -> entities.add(new TextEntity.Code(place)));
        return silenced;
    }

    /// Adds a bold line, parts of which are times that the app of each reader knows.
    public MessageBuilder boldWithTimes(String line, Map<String, Instant> times) {
        int start = append(line, Kind.HEADING).start();
        entities.add(new TextEntity.Bold(new TextSpan(start, start + line.length())));
        times.forEach(
                (written, time) -> {
                    int at = line.indexOf(written);
                    if (at >= 0 && !written.isEmpty()) {
                        entities.add(
                                new TextEntity.Time(
                                        new TextSpan(start + at, start + at + written.length()),
                                        time.getEpochSecond(),
                                        ""));
                    }
                });
        return this;
    }

    /// Adds the lines of another message with their entities.
    public MessageBuilder add(ReplyMessage other) {
        int shift = append(other.text()).start();
        List<Part> its = other.layout().parts();
        if (!its.isEmpty()) {
            parts.removeLast();
            its.forEach(part -> parts.add(part.shifted(shift)));
        }
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
        return quote(excerpt, List.of(emphasis));
    }

    /// Quotes an excerpt with the shown parts of some places in bold.
    public MessageBuilder quote(Excerpt excerpt, List<TextSpan> emphases) {
        int shift = addQuote(excerpt).start() - excerpt.span().start();
        emphases.forEach(emphasis -> embolden(excerpt, emphasis, shift));
        return this;
    }

    private void embolden(Excerpt excerpt, TextSpan emphasis, int shift) {
        int start = Math.max(emphasis.start(), excerpt.span().start());
        int end = Math.min(emphasis.end(), excerpt.span().end());
        if (start < end) {
            entities.add(new TextEntity.Bold(new TextSpan(start, end).shifted(shift)));
        }
    }

    public ReplyMessage build(ReplyMessage.Button... buttons) {
        return new ReplyMessage(
                text.toString(), entities, List.of(List.of(buttons)), new Layout(parts, false));
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
        TextSpan place = append(excerpt.text(), Kind.QUOTATION);
        entities.add(new TextEntity.Quote(place, place.length() > COLLAPSED_FROM));
        if (excerpt.isCutAtEnd()) {
            append(OMISSION);
        }
        return place;
    }

    private TextSpan append(String line) {
        return append(line, line.startsWith(BULLET) ? Kind.LIST_ITEM : Kind.LINE);
    }

    private TextSpan append(String line, Kind kind) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        text.append(line);
        var place = new TextSpan(start, text.length());
        parts.add(new Part(place, kind, null));
        return place;
    }
}
