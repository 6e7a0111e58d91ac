package dev.verbatim.cli;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A formatter of the lines of a catch-up as text. Long messages are cut, with a mark at the cut.
final class CatchupTextLines {

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]++");
    private static final int MAX_QUOTE_LENGTH = 160;
    private static final int MAX_PEOPLE = 5;
    private static final String ELLIPSIS = " […]";

    private final MessageCatalog messages;
    private final Catchup catchup;
    private final DateTimeFormatter clock;

    /// @param clock writes times in the reader's zone
    CatchupTextLines(MessageCatalog messages, Catchup catchup, DateTimeFormatter clock) {
        this.messages = messages;
        this.catchup = catchup;
        this.clock = clock;
    }

    /// Messages, each with what puts it right: its author's correction, and the decision that
    /// supersedes it.
    List<String> messages(List<ChatMessage> said) {
        return said.stream().map(this::message).toList();
    }

    private String message(ChatMessage message) {
        ChatMessage correction = catchup.corrections().get(message.id());
        return line(message)
                + (correction == null ? "" : "\n  ✎ " + quoted(correction))
                + catchup.laterDecision(message)
                        .map(decision -> "\n  ↪ " + by(decision))
                        .orElse("");
    }

    private String line(ChatMessage message) {
        return "• " + quoted(message);
    }

    List<String> topics() {
        return catchup.topics().stream().map(this::topic).toList();
    }

    private String topic(Catchup.Topic topic) {
        String people =
                topic.people().stream()
                        .limit(MAX_PEOPLE)
                        .map(CatchupTextLines::name)
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
                        Stream.of(head), topic.quotes().stream().map(quote -> "  " + quoted(quote)))
                .collect(Collectors.joining("\n"));
    }

    List<String> openQuestions() {
        return catchup.openQuestions().stream().map(this::openQuestion).toList();
    }

    private String openQuestion(Catchup.OpenQuestion open) {
        String question = line(open.question());
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

    List<String> answeredQuestions() {
        return catchup.answeredQuestions().stream()
                .map(pair -> line(pair.question()) + "\n  → " + quoted(pair.answer()))
                .toList();
    }

    List<String> links() {
        return catchup.links().stream().map(CatchupTextLines::link).toList();
    }

    private static String link(Catchup.SharedLink link) {
        String times = link.times() > 1 ? " (×" + link.times() + ")" : "";
        return "• " + link.url() + " – " + name(link.message().author()) + times;
    }

    /// Each article's title once, and the paragraphs' own words.
    List<String> articles() {
        return catchup.byArticle().stream().map(this::article).toList();
    }

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
                        messages.count("messages", discussed.messages().size()),
                        messages.quoted(words));
    }

    private static String name(Author author) {
        return MessageCatalog.name(author.name(), author.username());
    }

    private String by(ChatMessage message) {
        return name(message.author()) + ", " + clock.format(message.time());
    }

    private String quoted(ChatMessage message) {
        String words = abbreviated(message.text(), catchup.keySentence(message));
        return by(message) + ": " + messages.quoted(words);
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
}
