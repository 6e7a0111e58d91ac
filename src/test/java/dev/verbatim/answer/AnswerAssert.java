package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/// Assertions on an answer.
final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
    }

    static AnswerAssert assertThat(Answer actual) {
        return new AnswerAssert(actual);
    }

    /// Every passage, the nearest ones of a no as well, is a place in the article's text, and so is
    /// the emphasis.
    AnswerAssert isVerbatimFrom(Article article) {
        for (Passage passage : passages(actual)) {
            if (!passage.article().equals(article)) {
                throw failure("%s is not from %s", passage, article);
            }
            if (!article.text().startsWith(passage.text(), passage.span().start())) {
                throw failure("\"%s\" doesn't stand at %s", passage.text(), passage.span());
            }
        }
        if (actual instanceof Answer.Found found && !found.passage().span().contains(emphasis())) {
            throw failure("the emphasis %s is not in %s", emphasis(), found.passage());
        }
        return this;
    }

    private static List<Passage> passages(Answer answer) {
        return switch (answer) {
            case Answer.Found found -> List.of(found.passage());
            case Answer.Closest closest -> List.of(closest.passage());
            case Answer.Unattributed(var passage, _) -> List.of(passage);
            case Answer.NotFound no -> no.nearest();
            case Answer.NoQuestion _ -> List.of();
        };
    }

    AnswerAssert citesParagraph(int paragraph) {
        int cited = found().passage().paragraph();
        if (cited != paragraph) {
            throw failure("cites ¶%d and not ¶%d: %s", cited, paragraph, found().passage().text());
        }
        return this;
    }

    /// @param words that occur in the emphasised sentence
    AnswerAssert emphasises(String words) {
        String emphasised = emphasis().of(found().passage().article().text());
        if (!emphasised.contains(words)) {
            throw failure("emphasises \"%s\" and not \"%s\"", emphasised, words);
        }
        return this;
    }

    AnswerAssert saidBy(String name) {
        Speaker speaker = found().speaker();
        if (speaker == null || !speaker.name().equals(name)) {
            throw failure("is said by %s and not by %s", speaker, name);
        }
        return this;
    }

    AnswerAssert namesNobody() {
        @Nullable Speaker speaker = found().speaker();
        if (speaker != null) {
            throw failure("names %s for what the article says itself", speaker);
        }
        return this;
    }

    /// The emphasised words of a paragraph, in the name of their speaker.
    ///
    /// @param speaker full name; empty when the words are the article's own
    AnswerAssert isRight(int paragraph, String words, String speaker) {
        citesParagraph(paragraph).emphasises(words);
        return speaker.isEmpty() ? namesNobody() : saidBy(speaker);
    }

    /// What was shown is shown again, and nobody is named.
    AnswerAssert isUnattributed(int paragraph, String words) {
        if (!(actual instanceof Answer.Unattributed(var passage, var emphasis))) {
            throw failure("doesn't say that nobody is named: %s", actual);
        }
        if (passage.paragraph() != paragraph
                || !emphasis.of(passage.article().text()).contains(words)) {
            throw failure("shows %s at %s", passage, emphasis);
        }
        return this;
    }

    /// A no that says how sure it is of itself and what was searched.
    AnswerAssert isHonestNo() {
        if (!(actual instanceof Answer.NotFound no)) {
            throw failure("answers what the articles do not: %s", actual);
        }
        if (no.confidence() >= ConfidenceThreshold.BALANCED.offering()
                || no.searchedPassages() < 1) {
            throw failure("is no honest no: %s", no);
        }
        return this;
    }

    /// An honest no, or a passage that is offered as the closest and may not say it.
    AnswerAssert claimsNoAnswer() {
        return actual instanceof Answer.Closest ? this : isHonestNo();
    }

    /// Whether it's shown or only offered as near.
    AnswerAssert hasOnTop(int paragraph) {
        List<Passage> passages = passages(actual);
        if (passages.isEmpty() || passages.getFirst().paragraph() != paragraph) {
            throw failure("has not ¶%d on top but %s", paragraph, passages);
        }
        return this;
    }

    AnswerAssert hasNotOnTop(int paragraph) {
        List<Passage> passages = passages(actual);
        if (!passages.isEmpty() && passages.getFirst().paragraph() == paragraph) {
            throw failure("has ¶%d on top", paragraph);
        }
        return this;
    }

    AnswerAssert isNoQuestion(Answer.Intent intent) {
        if (!actual.equals(new Answer.NoQuestion(intent))) {
            throw failure("is not recognised as %s: %s", intent, actual);
        }
        return this;
    }

    private TextSpan emphasis() {
        return found().emphasis();
    }

    private Answer.Found found() {
        if (actual instanceof Answer.Found found) {
            return found;
        }
        throw failure("was not found: %s", actual);
    }
}
