package dev.verbatim.cli;

import dev.verbatim.answer.MessageCatalog;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A formatter of catch-ups as text. Every part shows as many of its lines as fit into the whole
/// text and says how many it doesn't show. Long messages are cut, with a mark at the cut.
///
/// @param zone of the times
/// @param all whether every line is shown, however long the text becomes
record CatchupText(MessageCatalog messages, ZoneId zone, boolean all) {

    private static final Set<String> OF_TALK =
            Set.of("decisions", "actions", "questions", "answered");

    /// About the length of a long message on Telegram.
    private static final int MAX_LENGTH = 3_000;

    private static final int MAX_LINES = 12;
    private static final int MIN_LINES = 2;
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
        Catchup shown = found.withEachMessageOnce(hasReader);
        var lines = new CatchupTextLines(messages, shown, clock.withZone(zone));
        List<Part> parts = new ArrayList<>();
        if (hasReader) {
            parts.add(new Part("for-you", lines.messages(shown.forReader()), found.forReader()));
        }
        parts.add(new Part("decisions", lines.messages(shown.decisions()), found.decisions()));
        parts.add(new Part("actions", lines.messages(shown.actions()), found.actions()));
        parts.add(new Part("questions", lines.openQuestions(), found.openQuestions()));
        parts.add(new Part("topics", lines.topics(), found.topics()));
        parts.add(new Part("answered", lines.answeredQuestions(), found.answeredQuestions()));
        parts.add(new Part("links", lines.links(), found.links()));
        parts.add(new Part("articles", lines.articles(), found.articles()));
        return parts.stream()
                .filter(part -> found.people() > 1 || !part.isOfTalk() || part.found())
                .toList();
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
