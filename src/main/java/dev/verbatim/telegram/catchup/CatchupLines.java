package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.Excerpt.MessageQuote;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.text.Bidi;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A formatter of the lines of a catch-up. A message is quoted character for character, after the
/// name of its author.
///
/// The time in a line is the link to its message; the words stay plain. Messages without an address
/// have a number instead, and a button with that number; their times are those of each reader's own
/// zone. (A link can't be such a time as well: Telegram lets neither contain the other.)
final class CatchupLines {

    /// How much is quoted of a message where there is room.
    static final int LONG = 400;

    /// How much in the overview.
    static final int SHORT = 140;

    private static final String BULLET = MessageBuilder.BULLET;
    private static final String CORRECTION = "   ✎ ";
    private static final String SUPERSEDED = "   ↪ ";
    private static final String TALK = "   – ";
    private static final String CUT = " […]";
    private static final String DOT = " · ";
    private static final int JUMPS_IN_A_ROW = 6;
    private static final int NAME = 40;
    private static final int NAMES = 5;
    private static final int LABEL = 80;
    private static final int TITLE = 120;
    private static final int QUOTES = 3;
    private static final int ADDRESS = 120;
    private static final int PASSAGE = 700;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Catchup catchup;
    private final CatchupRenderer.Context context;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final boolean onOneDay;

    CatchupLines(Catchup catchup, CatchupRenderer.Context context) {
        this.catchup = catchup;
        this.context = context;
        onOneDay = day(catchup.from()).equals(day(catchup.to()));
        if (!context.personal() && context.links().kind() == ChatKind.GROUP) {
            shown(catchup).forEach(one -> numbers.putIfAbsent(one.id(), numbers.size() + 1));
        }
    }

    private Optional<LocalDate> day(@Nullable Instant time) {
        return Optional.ofNullable(time).map(at -> LocalDate.ofInstant(at, context.zone()));
    }

    private static Stream<ChatMessage> shown(Catchup catchup) {
        return Stream.of(
                        catchup.topics().stream().flatMap(topic -> topic.quotes().stream()),
                        catchup.decisions().stream(),
                        catchup.actions().stream(),
                        catchup.openQuestions().stream().map(Catchup.OpenQuestion::question),
                        catchup.answeredQuestions().stream()
                                .flatMap(pair -> Stream.of(pair.question(), pair.answer())),
                        catchup.links().stream().map(Catchup.SharedLink::message),
                        catchup.articles().stream().map(one -> one.messages().getFirst()))
                .flatMap(messages -> messages);
    }

    /// Whether all messages are of one day: then times have no date.
    boolean onOneDay() {
        return onOneDay;
    }

    /// Rows of buttons to the numbered messages of a page, in their order. Can be added to.
    List<List<ReplyMessage.Button>> jumpRows(List<ChatMessage> messages) {
        return CatchupRenderer.inRows(jumpButtons(messages), JUMPS_IN_A_ROW);
    }

    private List<ReplyMessage.Button> jumpButtons(List<ChatMessage> messages) {
        return messages.stream()
                .map(ChatMessage::id)
                .filter(numbers::containsKey)
                .distinct()
                .map(
                        id ->
                                new ReplyMessage.Button(
                                        String.valueOf(numbers.get(id)),
                                        new CatchupCallback.JumpToMessage(id)))
                .toList();
    }

    /// The number in brackets before a line; empty without a number.
    String number(ChatMessage message) {
        Integer number = numbers.get(message.id());
        return number == null ? "" : "[" + number + "] ";
    }

    private static PageBuilder.Block block(MessageBuilder lines, List<ChatMessage> quoted) {
        return new PageBuilder.Block(lines.build(), quoted);
    }

    PageBuilder.Block message(ChatMessage message, int room) {
        var lines = new MessageBuilder();
        add(lines, BULLET, message, room);
        addChanges(lines, message);
        return block(lines, List.of(message));
    }

    /// What puts a message right: its author's correction, and the decision that supersedes it.
    private void addChanges(MessageBuilder lines, ChatMessage message) {
        ChatMessage correction = catchup.corrections().get(message.id());
        if (correction != null) {
            add(lines, CORRECTION, correction, SHORT);
        }
        catchup.laterDecision(message)
                .ifPresent(decision -> addLine(lines, SUPERSEDED, decision, ""));
    }

    PageBuilder.Block topic(Catchup.Topic topic, int room) {
        String label = Truncation.ellipsize(MessageCatalog.onOneLine(topic.label()), LABEL);
        var lines = new MessageBuilder();
        String who = DOT + count("messages", topic.messages()) + DOT + names(topic.people());
        lines.saidBold(label.isEmpty() ? "…" : label, who);
        List<ChatMessage> quotes = topic.quotes().stream().limit(QUOTES).toList();
        quotes.forEach(quote -> add(lines, BULLET, quote, room));
        return block(lines, quotes);
    }

    PageBuilder.Block openQuestion(Catchup.OpenQuestion question, int room) {
        var lines = new MessageBuilder();
        add(lines, BULLET, question.question(), room);
        if (question.answer() != null) {
            offer(lines, question.answer());
        }
        return block(lines, List.of(question.question()));
    }

    /// The passage in the form of an answer.
    private void offer(MessageBuilder lines, Answer.Found found) {
        MessageCatalog messages = context.messages();
        lines.line(MessageKey.CATCHUP_OFFERED.in(messages))
                .quote(Excerpt.of(found.passage(), found.emphasis(), PASSAGE), found.emphasis());
        if (found.speaker() != null) {
            lines.line(messages.speaker(found.speaker()));
        }
        lines.link(
                messages.source(found.passage()), PageLink.to(found.passage(), found.emphasis()));
    }

    PageBuilder.Block answeredQuestion(Catchup.AnsweredQuestion pair, int room) {
        var lines = new MessageBuilder();
        add(lines, BULLET, pair.question(), room);
        add(lines, "→ ", pair.answer(), room);
        return block(lines, List.of(pair.question(), pair.answer()));
    }

    PageBuilder.Block sharedLink(Catchup.SharedLink shared) {
        String address = Truncation.ellipsize(MessageCatalog.onOneLine(shared.url()), ADDRESS);
        String times = shared.times() > 1 ? " (×" + shared.times() + ")" : "";
        ChatMessage message = shared.message();
        var lines = new MessageBuilder();
        PageLink.ofWritten(shared.url())
                .ifPresentOrElse(
                        url -> lines.link(BULLET, address, times, Optional.of(url)),
                        () -> lines.said(BULLET + address + times));
        addLine(lines, "  ", message, "");
        return block(lines, List.of(message));
    }

    /// The title once, and the paragraphs' own words.
    PageBuilder.Block discussedArticle(List<Catchup.Discussed> discussed, int room) {
        Passage first = discussed.getFirst().passage();
        var lines = new MessageBuilder();
        lines.bold(Truncation.ellipsize(first.article().publication().title(), TITLE));
        discussed.forEach(one -> addDiscussed(lines, one, room));
        return block(lines, List.of());
    }

    /// A paragraph, who talked about it how much and whether they agreed, and the message that
    /// began it.
    PageBuilder.Block discussedParagraph(Catchup.Discussed discussed, int room) {
        var lines = new MessageBuilder();
        addDiscussed(lines, discussed, room);
        add(lines, TALK, discussed.messages().getFirst(), room);
        return block(lines, List.of(discussed.messages().getFirst()));
    }

    private void addDiscussed(MessageBuilder lines, Catchup.Discussed one, int room) {
        Passage passage = one.passage();
        MessageQuote quote =
                MessageQuote.of(passage.text(), one.sentence().of(passage.article().text()), room);
        String who =
                Stream.of(
                                count("messages", one.messages().size()),
                                names(one.people()),
                                one.agreeing() == 0 ? "" : count("agreeing", one.agreeing()),
                                one.disagreeing() == 0
                                        ? ""
                                        : count("disagreeing", one.disagreeing()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(DOT));
        Quotation quotation = quotation(quote);
        String after = DOT + who + quotation.text();
        String place = "¶ " + passage.paragraph();
        PageLink.to(passage, one.sentence())
                .ifPresentOrElse(
                        url -> lines.said(BULLET, place, after, at -> new TextEntity.Link(at, url)),
                        () -> lines.said(BULLET + place + after));
        lines.quoting(quotation.lead(), quote, quotation.tail());
    }

    private void add(MessageBuilder lines, String before, ChatMessage message, int room) {
        MessageQuote quote = MessageQuote.of(message.text(), catchup.keySentence(message), room);
        if (quote.words().isEmpty()) {
            addLine(lines, before, message, "");
        } else {
            Quotation quotation = quotation(quote);
            addLine(lines, before, message, quotation.text());
            lines.quoting(quotation.lead(), quote, quotation.tail());
        }
    }

    private void addLine(MessageBuilder lines, String before, ChatMessage message, String words) {
        Optional<String> address = context.links().to(message);
        lines.said(
                before + number(message) + isolated(name(message.author())) + ", ",
                when(message),
                words,
                place -> timeOrLink(place, address, message));
    }

    private TextEntity timeOrLink(TextSpan place, Optional<String> address, ChatMessage message) {
        return address.isPresent()
                ? new TextEntity.Link(place, address.get())
                : new TextEntity.Time(
                        place, message.time().getEpochSecond(), onOneDay ? "t" : "dt");
    }

    /// The words as a line ends with them.
    private Quotation quotation(MessageQuote quote) {
        String marked = context.messages().quoted(quote.words());
        String words = isolated(marked);
        int mark = marked.indexOf(quote.words()) + (words.length() - marked.length()) / 2;
        String cutBefore = quote.cutBefore() ? CUT.strip() + " " : "";
        String cutAfter = quote.cutAfter() ? CUT : "";
        int end = mark + quote.words().length();
        return new Quotation(
                ": " + cutBefore + words.substring(0, mark),
                quote.words(),
                words.substring(end) + cutAfter);
    }

    /// Words between what leads to them and what follows them, with the marks.
    private record Quotation(String lead, String words, String tail) {

        String text() {
            return lead + words + tail;
        }
    }

    private String when(ChatMessage message) {
        ZonedDateTime time = message.time().atZone(context.zone());
        String hour = HOUR.format(time);
        return onOneDay ? hour : context.messages().shortDate(time.toLocalDate()) + " " + hour;
    }

    private String names(List<Author> people) {
        int more = people.size() - NAMES;
        return people.stream()
                        .limit(NAMES)
                        .map(author -> isolated(name(author)))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " +" + more : "");
    }

    /// As the group sees it, on one line.
    static String name(Author author) {
        String name = MessageCatalog.name(author.name(), author.username());
        MessageQuote beginning = MessageQuote.of(name, NAME);
        return !beginning.cutAfter() ? name : beginning.words() + "…";
    }

    String count(String things, int number) {
        return context.messages().count(things, number);
    }

    /// Text from right to left must not reorder what is next to it.
    private static String isolated(String text) {
        char[] units = text.toCharArray();
        return Bidi.requiresBidi(units, 0, units.length) ? "\u2068" + text + "\u2069" : text;
    }
}
