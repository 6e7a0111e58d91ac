package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.Optional;

/// Answers questions with a passage, or says that none answers. Thread-safe, and without a memory:
/// what was said before comes with the question.
public final class Answerer {

    private final Assessor assessor;
    private final InContext inContext;

    /// @param reranker reads the first passages, if anything does
    /// @param caution how sure it must be
    public Answerer(PassageRetriever retriever, Reranker reranker, Caution caution) {
        assessor = new Assessor(retriever, reranker, caution);
        inContext = new InContext(retriever, assessor);
    }

    /// The answer to what somebody wrote, whatever it is.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Answer answer(Question question) {
        return answer(question, Context.NONE).answer();
    }

    /// The same, for somebody who may go back to what was said before: "what else did she say?",
    /// "and when?". A question that stands by itself is answered as if nothing had been said.
    ///
    /// @param context [Context#NONE], or that of the last [Exchange]
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Exchange answer(Question question, Context context) {
        Optional<Remark> remark = SmallTalk.in(question.text());
        return remark.isPresent()
                ? new Exchange(new Answer.NoQuestion(remark.get()), context)
                : inContext.answer(question, context).orElseGet(() -> byItself(question));
    }

    private Exchange byItself(Question question) {
        Answer answer = assessor.answer(question);
        return new Exchange(answer, Context.of(question.text(), answer));
    }

    /// Why [#answer] decides as it does, for a question that stands by itself.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Explanation explain(Question question) {
        return assessor.explain(question);
    }

    /// Who said some words of a passage, if they are one person's.
    public Optional<Speaker> speaker(Passage passage, TextSpan words) {
        return Optional.ofNullable(Voices.of(passage, words));
    }

    /// What [#answer] decides from, for a question of which it's known that it is one, and that it
    /// stands by itself.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Verdict judge(Question question) {
        return assessor.judge(question);
    }
}
