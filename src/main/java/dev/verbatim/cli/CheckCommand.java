package dev.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.cli.AnswerJson.PassageJson;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.quotation.QuotationCheck;
import dev.verbatim.quotation.QuotationCheck.Source;
import dev.verbatim.quotation.QuotationChecker;
import dev.verbatim.quotation.WordDifference;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `check`: tells of each quotation in a text whether the articles have it.
@Command(
        name = "check",
        description = {
            "Tells of each quotation in a text whether the articles have it.",
            "",
            "What is in quotation marks is a quotation; in a text without any, each line is one."
                    + " With --json, one object a quotation goes to standard output, and nothing"
                    + " else. Offsets are UTF-16 units of the article's text."
        })
final class CheckCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final LazyApplication application;
    private final StandardStreams streams;

    @Parameters(paramLabel = "FILE", description = "A text in UTF-8; - for standard input.")
    private String file = STANDARD_INPUT;

    @Option(names = "--json", description = "Write JSON, one object a line.")
    private boolean json;

    CheckCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        String text = text();
        try (application) {
            int articles = application.servedArticles().size();
            QuotationChecker checker = application.quotationChecker();
            for (String message : QuotationChecker.messages(text)) {
                checker.check(message, Set.of()).forEach(check -> print(check, articles));
            }
            return 0;
        }
    }

    private String text() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return streams.in().lines().collect(Collectors.joining("\n"));
        }
        try {
            return Files.readString(Path.of(file), UTF_8);
        } catch (CharacterCodingException e) {
            throw new UnusableInputException(file + " is not UTF-8. Save it as UTF-8.");
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new UnusableInputException(file + " can't be read: " + e.getMessage() + ".");
        }
    }

    private void print(QuotationCheck check, int articles) {
        streams.out()
                .println(
                        json
                                ? JsonLines.line(CheckJson.of(check))
                                : application.answerText().format(check, articles) + "\n");
    }

    /// A check as `--json` writes it. Programs rely on the names and their order. What is missing
    /// is written as `null`, and the side of a difference that has no words as an empty text.
    private record CheckJson(
            String said,
            VerdictJson verdict,
            @Nullable PassageJson passage,
            @Nullable Speaker speaker,
            List<DifferenceJson> differences) {

        static CheckJson of(QuotationCheck check) {
            Source source = check.found().orElse(null);
            return new CheckJson(
                    check.claim().text(),
                    VerdictJson.of(check),
                    source == null ? null : PassageJson.of(source.passage(), source.words()),
                    source == null ? null : source.speaker(),
                    check.wordDifferences().stream()
                            .map(difference -> DifferenceJson.of(difference, check))
                            .toList());
        }
    }

    private enum VerdictJson {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("altered")
        ALTERED,
        @JsonProperty("close")
        CLOSE,
        @JsonProperty("other-speaker")
        OTHER_SPEAKER,
        @JsonProperty("not-found")
        NOT_FOUND;

        static VerdictJson of(QuotationCheck check) {
            return switch (check) {
                case QuotationCheck.Exact _ -> EXACT;
                case QuotationCheck.Altered _ -> ALTERED;
                case QuotationCheck.OtherSpeaker _ -> OTHER_SPEAKER;
                case QuotationCheck.Close _ -> CLOSE;
                case QuotationCheck.NotFound _ -> NOT_FOUND;
            };
        }
    }

    private record DifferenceJson(String kind, String said, String source) {

        static DifferenceJson of(WordDifference difference, QuotationCheck check) {
            String kind =
                    switch (difference.kind()) {
                        case LEFT_OUT -> "left out";
                        case ADDED -> "added";
                        case CHANGED -> "changed";
                    };
            return new DifferenceJson(kind, check.saidIn(difference), check.sourceOf(difference));
        }
    }
}
