package dev.verbatim.cli;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.CheckText;
import dev.verbatim.quotation.QuotationCheck;
import dev.verbatim.quotation.SourceComparison;
import dev.verbatim.summary.Summary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/// A formatter of answers and summaries as text: the passage, its speaker and its source.
///
/// The emphasis is bold on a terminal. Elsewhere it isn't marked, because a mark would look like a
/// part of the article; `--json` has its offsets.
record AnswerText(MessageCatalog messages, TerminalStyle style) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    String format(Answer answer) {
        return switch (answer) {
            case Answer.Found found ->
                    lines(
                            passage(found.passage(), found.emphasis()),
                            speaker(found.speaker()),
                            source(found.passage()),
                            printable(messages.translated(found.translation())));
            case Answer.Closest(var passage, var emphasis, var speaker, _, var translation) ->
                    lines(
                            messages.closest() + "\n",
                            passage(passage, emphasis),
                            speaker(speaker),
                            source(passage),
                            printable(messages.translated(translation)));
            case Answer.Unattributed(var passage, var emphasis) ->
                    lines(passage(passage, emphasis), messages.nobodyNamed(), source(passage));
            case Answer.NotFound notFound ->
                    lines(printable(messages.notFound(notFound)), nearest(notFound));
            case Answer.NoQuestion(var intent) -> messages.to(intent);
        };
    }

    /// An answer and, where another article gives it, too, that one's: with the numbers, dates and
    /// names in bold that the other doesn't have, or where there are none, what answers.
    String format(Answer answer, Optional<Answer.Found> second) {
        return answer instanceof Answer.Found first && second.isPresent()
                ? format(first, second.get())
                : format(answer);
    }

    private String format(Answer.Found first, Answer.Found second) {
        List<TextSpan> inFirst = SourceComparison.onlyIn(first.passage(), second.passage());
        List<TextSpan> inSecond = SourceComparison.onlyIn(second.passage(), first.passage());
        boolean differ = !inFirst.isEmpty() || !inSecond.isEmpty();
        return lines(
                source(first, differ ? inFirst : List.of(first.emphasis())),
                "\n" + messages.say("telegram.second-source") + "\n",
                source(second, differ ? inSecond : List.of(second.emphasis())),
                differ && style.bold() ? "\n" + messages.say("telegram.compare-marked") : "");
    }

    private String source(Answer.Found found, List<TextSpan> bold) {
        return lines(
                passage(found.passage(), bold), speaker(found.speaker()), source(found.passage()));
    }

    /// The verdict, what was said, and the article's words with what differs.
    ///
    /// @param searched how many articles were searched
    String format(QuotationCheck check, int searched) {
        CheckText text = new CheckText(messages, searched);
        String said = messages.quoted(check.claim().text());
        return check.found()
                .map(
                        source ->
                                lines(
                                        text.verdict(check),
                                        printable(said) + "\n",
                                        passage(source.passage(), source.words()),
                                        speaker(source.speaker()),
                                        source(source.passage()),
                                        printable(String.join("\n", text.differences(check)))))
                .orElseGet(() -> lines(text.verdict(check), printable(said)));
    }

    String format(Summary summary) {
        if (summary.sentences().isEmpty()) {
            return messages.say("summary.none");
        }
        Publication publication = summary.article().publication();
        return lines(
                summary.sentences().stream().map(this::sentence).collect(Collectors.joining("\n")),
                printable(messages.source(publication)),
                Objects.toString(publication.url(), ""));
    }

    private String sentence(Summary.Sentence sentence) {
        Speaker speaker = sentence.speaker();
        String by = speaker == null ? "" : " " + printable(messages.speaker(speaker));
        return lines(
                passage(sentence.passage(), sentence.passage().span()).strip(),
                "¶" + sentence.passage().paragraph() + by + "\n");
    }

    private String passage(Passage passage, TextSpan emphasis) {
        return passage(passage, List.of(emphasis));
    }

    /// @param emphases in their order, none over another
    private String passage(Passage passage, List<TextSpan> emphases) {
        List<TextSpan> bold =
                emphases.stream().map(place -> place.shifted(-passage.span().start())).toList();
        String text = printable(passage.text());
        return style.lines(text).stream()
                        .map(line -> emphasised(text, line, bold))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private String emphasised(String text, TextSpan line, List<TextSpan> emphases) {
        var shown = new StringBuilder();
        int end = line.start();
        for (TextSpan emphasis : emphases) {
            if (style.bold() && line.overlaps(emphasis)) {
                TextSpan bold = line.intersection(emphasis);
                shown.append(text, end, bold.start())
                        .append(Style.bold.on())
                        .append(bold.of(text))
                        .append(Style.reset.on());
                end = bold.end();
            }
        }
        return shown.append(text, end, line.end()).toString();
    }

    private String speaker(@Nullable Speaker speaker) {
        return speaker == null ? "" : printable(messages.speaker(speaker));
    }

    private String source(Passage passage) {
        return lines(
                printable(messages.source(passage)),
                Objects.toString(passage.article().publication().url(), ""));
    }

    // Only the sources, no quotation: a passage that doesn't answer must not look like an answer.
    private String nearest(Answer.NotFound notFound) {
        Stream<String> places =
                notFound.nearest().stream()
                        .map(passage -> "  " + printable(messages.source(passage)));
        return notFound.nearest().isEmpty()
                ? ""
                : lines(messages.nearestButNoAnswer(), places.collect(Collectors.joining("\n")));
    }

    // An article may contain control characters, which a terminal would execute.
    String printable(String text) {
        return style.terminal() ? CONTROL.matcher(text).replaceAll("\uFFFD") : text;
    }

    private static String lines(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }
}
