package dev.verbatim.cli;

import dev.verbatim.answer.Answerer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A chat at the terminal: every line is a question. Blank lines are ignored; `/help` says what can
/// be written; `/quit`, `quit`, `exit` and the end of the input end it. In a pipe only the replies
/// are written.
final class InteractivePrompt {

    private static final Set<String> HELP = Set.of("/help", "help", "?");
    private static final Set<String> QUIT = Set.of("/quit", "quit", "/exit", "exit");

    private final ArticleRequestText requests;
    private final UnaryOperator<String> answers;
    private final AnswerText answerText;
    private final StandardStreams streams;

    /// @param answers gives the text of the answer to a question
    InteractivePrompt(
            ArticleRequestText requests,
            UnaryOperator<String> answers,
            AnswerText answerText,
            StandardStreams streams) {
        this.requests = requests;
        this.answers = answers;
        this.answerText = answerText;
        this.streams = streams;
    }

    /// The way a chat ended.
    enum Ending {
        QUIT,
        END_OF_INPUT
    }

    Ending chat() {
        show("Ask something about the articles; /help helps, /quit or Ctrl-D ends.\n");
        String line = nextLine();
        while (line != null && !isOneOf(QUIT, line)) {
            if (!line.isBlank()) {
                streams.out().println(reply(line.strip()) + "\n");
            }
            line = nextLine();
        }
        return line == null ? Ending.END_OF_INPUT : Ending.QUIT;
    }

    private static boolean isOneOf(Set<String> words, String line) {
        return words.contains(line.strip().toLowerCase(Locale.ROOT));
    }

    private String reply(String line) {
        return isOneOf(HELP, line)
                ? answerText.messages().say("prompt.help")
                : Answerer.split(line).stream()
                        .map(
                                question ->
                                        requests.reply(question)
                                                .orElseGet(() -> answers.apply(question)))
                        .collect(Collectors.joining("\n\n"));
    }

    private @Nullable String nextLine() {
        show("> ");
        try {
            return streams.in().readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input can't be read", e);
        }
    }

    private void show(String text) {
        if (answerText.style().terminal()) {
            streams.out().print(text);
            streams.out().flush();
        }
    }
}
