package dev.verbatim.cli;

import dev.verbatim.answer.Answerer;
import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// A chat at the terminal: every line is a question. Blank lines are ignored; `/quit` and the end
/// of the input end it. In a pipe only the replies are written.
record InteractivePrompt(Answerer answerer, AnswerText answerText, StandardStreams streams) {

    /// The way a chat ended.
    enum Ending {
        QUIT,
        END_OF_INPUT
    }

    Ending chat() {
        show("Ask something about the articles; /quit or Ctrl-D ends.\n");
        String line = nextLine();
        while (line != null && !line.strip().equals("/quit")) {
            if (!line.isBlank()) {
                answer(line.strip());
            }
            line = nextLine();
        }
        return line == null ? Ending.END_OF_INPUT : Ending.QUIT;
    }

    private void answer(String question) {
        streams.out().println(answerText.format(answerer.answer(Question.of(question))) + "\n");
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
