package dev.verbatim.cli;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A formatter of catch-ups as text. Every part shows as many of its lines as fit into the whole
/// text and says how many it doesn't show. Long messages are cut, with a mark at the cut.
///
/// @param zone of the times
/// @param all whether every line is shown, however long the text becomes
record CatchupText(MessageCatalog messages, ZoneId zone, boolean all) {

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]++");

    private static final Set<String> OF_TALK =
            Set.of("decisions", "actions", "questions", "answered");

    /// About the length of a long message on Telegram.
    private static final int MAX_LENGTH = 3_000;

    private static final int MAX_LINES = 12;
    private static final int MIN_LINES = 2;
    private static final int MAX_QUOTE_LENGTH = 160;
    private static final int MAX_PEOPLE = 5;
    private static final String ELLIPSIS = " […]";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// @param hasReader whether a reader is known, who wants to know when nothing is for them
    String format(Catchup catchup, boolean hasReader) {
        if (catchup.from() == null || catchup.to() == null) {
            return messages.say("telegram.catchup-empty");
        }
        DateTimeFormatter clock =
                day(catchup.from()).equals(day(catchup.to())) ? TIME : DATE_AND_TIME;
        String period =
                DATE_AND_TIME.withZone(zone).format(catchup.from())
                        + " – "
                        + clock.withZone(zone).format(catchup.to());
        String head =
                messages.say("telegram.catchup", period)
                        + " · "
                        + messages.count("messages", catchup.messages())
                        + " · "
                        + messages.count("people", catchup.people());
        if (!catchup.unread().isNothing()) {
            head +=
                    "\n"
                            + messages.say(
                                    "telegram.catchup-unread",
                                    catchup.unread().listed(messages::count));
        }
        List<Part> parts = parts(catchup, hasReader, clock);
        return fitted(
                head, all ? parts.stream().map(Part::whole).toList() : parts, catchup.omitted());
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    /// Shrinks the longest part until the text fits, but no part below its minimum.
    private String fitted(String head, List<Part> parts, int omitted) {
        List<Part> shown = new ArrayList<>(parts);
        String text = text(head, shown, omitted);
        while (!all && text.length() > MAX_LENGTH && shown.stream().anyMatch(Part::canShrink)) {
            int longest =
                    IntStream.range(0, shown.size())
                            .filter(i -> shown.get(i).canShrink())
                            .boxed()
                            .max(Comparator.comparingInt(i -> shown.get(i).length()))
                            .orElseThrow();
            shown.set(longest, shown.get(longest).shrunk());
            text = text(head, shown, omitted);
        }
        return text;
    }

    private String text(String head, List<Part> parts, int omitted) {
        String missing =
                parts.stream()
                        .filter(Part::isMissing)
                        .map(part -> messages.say("telegram.catchup-" + part.title()))
                        .collect(Collectors.joining(", "));
        Stream<String> shown =
                parts.stream().filter(part -> !part.lines().isEmpty()).map(this::text);
        Stream<String> end =
                Stream.of(
                        missing.isEmpty()
                                ? ""
                                : messages.say("telegram.catchup-nothing-of", missing),
                        omitted == 0 ? "" : messages.say("telegram.catchup-omitted", omitted));
        return Stream.of(Stream.of(head), shown, end)
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String text(Part part) {
        int hidden = part.lines().size() - part.shown();
        return messages.say("telegram.catchup-" + part.title())
                + "\n"
                + String.join("\n", part.lines().subList(0, part.shown()))
                + (hidden > 0 ? "\n… +" + hidden + " (--all)" : "");
    }

    private List<Part> parts(Catchup found, boolean hasReader, DateTimeFormatter clock) {
        Catchup catchup = found.withEachMessageOnce(hasReader);
        Function<ChatMessage, String> line = message -> "• " + quoted(message, catchup, clock);
        Function<ChatMessage, String> changed =
                message -> line.apply(message) + changes(message, catchup, clock);
        List<Part> parts = new ArrayList<>();
        if (hasReader) {
            parts.add(new Part("for-you", lines(catchup.forReader(), line), found.forReader()));
        }
        parts.add(new Part("decisions", lines(catchup.decisions(), changed), found.decisions()));
        parts.add(new Part("actions", lines(catchup.actions(), changed), found.actions()));
        parts.add(
                new Part(
                        "questions",
                        lines(catchup.openQuestions(), open -> open(open, catchup, clock)),
                        found.openQuestions()));
        parts.add(
                new Part(
                        "topics",
                        lines(catchup.topics(), topic -> topic(topic, catchup, clock)),
                        found.topics()));
        parts.add(
                new Part(
                        "answered",
                        lines(
                                catchup.answeredQuestions(),
                                pair ->
                                        line.apply(pair.question())
                                                + "\n  → "
                                                + quoted(pair.answer(), catchup, clock)),
                        found.answeredQuestions()));
        parts.add(new Part("links", lines(catchup.links(), CatchupText::link), found.links()));
        parts.add(
                new Part("articles", lines(catchup.byArticle(), this::article), found.articles()));
        return parts.stream()
                .filter(part -> found.people() > 1 || !part.isOfTalk() || part.found())
                .toList();
    }

    private static <T> List<String> lines(List<T> things, Function<T, String> line) {
        return things.stream().map(line).toList();
    }

    /// What puts a message right: its author's correction, and the decision that supersedes it.
    private String changes(ChatMessage message, Catchup catchup, DateTimeFormatter clock) {
        ChatMessage correction = catchup.corrections().get(message.id());
        Long later = catchup.superseded().get(message.id());
        return (correction == null ? "" : "\n  ✎ " + quoted(correction, catchup, clock))
                + catchup.decisions().stream()
                        .filter(decision -> later != null && decision.id() == later)
                        .map(decision -> "\n  ↪ " + by(decision, clock))
                        .findFirst()
                        .orElse("");
    }

    private String topic(Catchup.Topic topic, Catchup catchup, DateTimeFormatter clock) {
        String people =
                topic.people().stream()
                        .limit(MAX_PEOPLE)
                        .map(CatchupText::name)
                        .collect(Collectors.joining(", "));
        int others = topic.people().size() - MAX_PEOPLE;
        String head =
                "• %s (%s: %s%s)"
                        .formatted(
                                MessageCatalog.onOneLine(topic.label()),
                                messages.count("messages", topic.messages()),
                                people,
                                others > 0 ? " +" + others : "");
        return Stream.concat(
                        Stream.of(head),
                        topic.quotes().stream().map(quote -> "  " + quoted(quote, catchup, clock)))
                .collect(Collectors.joining("\n"));
    }

    private String open(Catchup.OpenQuestion open, Catchup catchup, DateTimeFormatter clock) {
        String question = "• " + quoted(open.question(), catchup, clock);
        Answer.Found offered = open.answer();
        return offered == null
                ? question
                : question
                        + "\n  "
                        + messages.say("telegram.catchup-offered")
                        + " "
                        + offered.emphasis().of(offered.passage().article().text())
                        + " ("
                        + messages.source(offered.passage())
                        + ")";
    }

    private static String link(Catchup.SharedLink link) {
        String times = link.times() > 1 ? " (×" + link.times() + ")" : "";
        return "• " + link.url() + " – " + name(link.message().author()) + times;
    }

    /// The title once, and the paragraphs' own words.
    private String article(List<Catchup.Discussed> discussed) {
        return "• "
                + discussed.getFirst().passage().article().publication().title()
                + discussed.stream().map(this::paragraph).collect(Collectors.joining());
    }

    private String paragraph(Catchup.Discussed discussed) {
        Passage passage = discussed.passage();
        String words =
                abbreviated(passage.text(), discussed.sentence().of(passage.article().text()));
        return "\n  ¶ %d · %s: %s"
                .formatted(
                        passage.paragraph(),
                        messages.count("messages", discussed.messages()),
                        messages.say("telegram.catchup-quote", words));
    }

    private static String name(Author author) {
        return MessageCatalog.name(author.name(), author.username());
    }

    private String by(ChatMessage message, DateTimeFormatter clock) {
        return name(message.author()) + ", " + clock.withZone(zone).format(message.time());
    }

    private String quoted(ChatMessage message, Catchup catchup, DateTimeFormatter clock) {
        String words = abbreviated(message.text(), catchup.keySentence(message));
        return by(message, clock) + ": " + messages.say("telegram.catchup-quote", words);
    }

    /// The text with each run of blanks, line breaks and control characters, which a terminal would
    /// execute, as one blank; from the sentence that matters on, where it is long.
    private static String abbreviated(String text, String sentence) {
        String line = onOneLine(text);
        if (line.length() <= MAX_QUOTE_LENGTH) {
            return line;
        }
        int start = Math.max(0, line.indexOf(onOneLine(sentence)));
        String rest = (start > 0 ? ELLIPSIS.strip() + " " : "") + line.substring(start);
        if (rest.length() <= MAX_QUOTE_LENGTH) {
            return rest;
        }
        int end = rest.lastIndexOf(' ', MAX_QUOTE_LENGTH);
        int cut =
                end > MAX_QUOTE_LENGTH / 2 ? end : rest.offsetByCodePoints(0, MAX_QUOTE_LENGTH / 2);
        return rest.substring(0, cut) + ELLIPSIS;
    }

    private static String onOneLine(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }

    /// A titled list of lines.
    ///
    /// @param title the end of the title's message key
    /// @param shown how many of the lines are shown
    /// @param found whether anything was found for it, maybe shown in another part
    private record Part(String title, List<String> lines, int shown, boolean found) {

        Part(String title, List<String> lines, List<?> found) {
            this(title, lines, Math.min(MAX_LINES, lines.size()), !found.isEmpty());
        }

        /// Whether it needs several people, who can agree and answer.
        boolean isOfTalk() {
            return OF_TALK.contains(title);
        }

        boolean isMissing() {
            return lines.isEmpty() && !found;
        }

        boolean canShrink() {
            return shown > MIN_LINES;
        }

        Part whole() {
            return new Part(title, lines, lines.size(), found);
        }

        Part shrunk() {
            return new Part(title, lines, shown - 1, found);
        }

        int length() {
            return lines.stream().limit(shown).mapToInt(String::length).sum();
        }
    }
}
