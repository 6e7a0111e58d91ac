package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers follow-ups from the article that was shown, by its order and by who speaks in it. There
/// is nothing to search for, and so nothing to doubt.
final class ArticleNavigator {

    /// What goes on about a subject has so much of its words, weighed by rarity: more than the name
    /// that all of an article is about.
    private static final double SAME_SUBJECT = 0.2;

    private ArticleNavigator() {}

    /// The same words again, with who said them.
    static DialogueTurn whoSaid(PreviousAnswer last) {
        Passage passage = last.passage();
        TextSpan words = last.emphasis();
        Answer answer =
                last.speaker()
                        .<Answer>map(
                                speaker ->
                                        new Answer.Found(
                                                passage, words, speaker, ConfidenceModel.CERTAIN))
                        .orElseGet(() -> new Answer.Unattributed(passage, words));
        return new DialogueTurn(answer, last.context());
    }

    /// What else somebody says in the article, from here on and then from its beginning.
    static Optional<DialogueTurn> saidElse(Utterance who, PreviousAnswer last) {
        return last.person(who).map(speaker -> words(speaker, last.others(), last));
    }

    /// The first of these passages that has somebody's words.
    private static DialogueTurn words(
            Speaker speaker, Stream<Passage> passages, PreviousAnswer last) {
        Answer answer =
                passages.filter(passage -> last.speakerLookup().speaksIn(speaker, passage))
                        .findFirst()
                        .map(passage -> AnswerSelector.certain(passage, sentence(speaker, passage)))
                        .orElseGet(() -> AnswerSelector.none(last.ranking()));
        return last.context().follow(last.context().question(), answer);
    }

    /// The first sentence of a passage that has somebody's words.
    private static TextSpan sentence(Speaker speaker, Passage passage) {
        TextSpan words =
                new SpeakerLookup(passage.article())
                        .of(speaker, passage.span())
                        .getFirst()
                        .content();
        return passage.sentences().stream()
                .filter(words::overlaps)
                .findFirst()
                .orElse(passage.span());
    }

    /// The first of these passages that has the same speaker, or a word of what was asked about.
    ///
    /// @param termCoverage of what was asked about
    static DialogueTurn readOn(
            PreviousAnswer last, Stream<Passage> passages, TermCoverage termCoverage) {
        Answer answer =
                passages.filter(
                                passage ->
                                        termCoverage.of(passage) >= SAME_SUBJECT
                                                || last.goesOnIn(passage))
                        .findFirst()
                        .map(passage -> AnswerSelector.certain(passage, passage.opening()))
                        .orElseGet(() -> AnswerSelector.none(last.ranking()));
        return last.context().follow(last.context().question(), answer);
    }

    /// What follows, whatever it is.
    static DialogueTurn next(PreviousAnswer last) {
        Answer answer =
                last.later()
                        .findFirst()
                        .map(passage -> AnswerSelector.certain(passage, passage.opening()))
                        .orElseGet(() -> AnswerSelector.none(last.ranking()));
        return last.context().follow(last.context().question(), answer);
    }

    /// What the same person says next explains what was said, if anything does.
    static DialogueTurn meaning(PreviousAnswer last) {
        int after = last.passage().paragraph() + 1;
        return last.speaker()
                .map(
                        speaker ->
                                words(
                                        speaker,
                                        last.others().filter(other -> other.paragraph() == after),
                                        last))
                .orElseGet(
                        () ->
                                new DialogueTurn(
                                        AnswerSelector.none(last.ranking()), last.context()));
    }
}
