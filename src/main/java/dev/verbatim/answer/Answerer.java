package dev.verbatim.answer;

import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;

/// Answers questions with a passage, or says that none answers. Thread-safe.
public final class Answerer {

    private final PassageRetriever retriever;

    public Answerer(PassageRetriever retriever) {
        this.retriever = retriever;
    }

    public Answer answer(Question question) {
        throw new UnsupportedOperationException("to be written: " + retriever + question);
    }

    /// The same, but never abstains as long as anything was found: what the ranking is judged by.
    public Verdict judge(Question question) {
        throw new UnsupportedOperationException("to be written: " + question);
    }
}
