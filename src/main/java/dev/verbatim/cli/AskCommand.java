package dev.verbatim.cli;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.AnswerDecision.Explanation;
import dev.verbatim.answer.Answerer;
import dev.verbatim.retrieval.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `ask`: answers one question or a file of them, or chats.
@Command(
        name = "ask",
        description = {
            "Answers a question from the articles; without one, chats at a prompt.",
            "",
            "With --json, one object a line goes to standard output, and nothing else. Offsets are"
                    + " UTF-16 units of the article's text."
        })
final class AskCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final LazyApplication application;
    private final StandardStreams streams;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Write JSON, one object a line.")
    private boolean json;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description =
                    "Ask each line of a file, - for standard input: plain text, or JSON objects"
                            + " with a \"question\".")
    private @Nullable String file;

    @Option(
            names = "--explain",
            description = "Show what the answer was decided from, passage by passage.")
    private boolean explain;

    @Parameters(
            paramLabel = "QUESTION",
            arity = "0..*",
            description = "The question, in quotation marks.")
    private List<String> words = List.of();

    AskCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        if (explain && json) {
            throw invalid("--explain is for people, and --json for programs: give one of them");
        }
        try (application) {
            if (file != null) {
                askLines(file);
            } else if (!words.isEmpty()) {
                ask(String.join(" ", words), application.answerer());
            } else {
                chat();
            }
            return 0;
        }
    }

    private void askLines(String from) throws Exception {
        if (!words.isEmpty()) {
            throw invalid("Give a question or --questions, not both");
        }
        try (QuestionReader lines = lines(from)) {
            askAll(lines);
        }
    }

    private ParameterException invalid(String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }

    private void chat() throws InterruptedException {
        if (json) {
            askAll(lines(STANDARD_INPUT));
        } else {
            application.prompt(streams).chat();
        }
    }

    private QuestionReader lines(String from) {
        return from.equals(STANDARD_INPUT)
                ? new QuestionReader("standard input", streams.in())
                : QuestionReader.of(Path.of(from));
    }

    private void askAll(QuestionReader lines) throws InterruptedException {
        Answerer answerer = application.answerer();
        Optional<String> question = lines.next();
        while (question.isPresent()) {
            ask(question.get(), answerer);
            question = lines.next();
        }
    }

    private void ask(String message, Answerer answerer) throws InterruptedException {
        List<String> questions = json ? List.of(message) : Answerer.split(message);
        for (String question : questions) {
            Optional<String> reply = application.articleRequests().reply(question);
            if (reply.isPresent()) {
                show(question, reply.get());
            } else {
                answer(question, answerer);
            }
        }
    }

    /// Of a request, programs are told that no passage answers it.
    private void show(String request, String reply) {
        streams.out().println(json ? JsonLines.line(AnswerJson.unanswered(request)) : reply + "\n");
    }

    private void answer(String question, Answerer answerer) {
        long start = System.nanoTime();
        Answer answer = answerer.answer(Question.of(question));
        long nanos = System.nanoTime() - start;
        streams.out()
                .println(
                        json
                                ? JsonLines.line(
                                        AnswerJson.of(question, answer, nanos)
                                                .beside(application.secondSource(question, answer)))
                                : application.text(question, answer) + "\n");
        if (explain && !(answer instanceof Answer.NoQuestion)) {
            streams.out().println(explanation(answerer.explain(Question.of(question))) + "\n");
        }
    }

    private String explanation(Explanation explanation) {
        return application.messages().to(explanation) + "\n" + explanation.table();
    }
}
