package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers follow-ups from the article that was shown, by its order and by who speaks in it. There
/// is nothing to search for, and so nothing to doubt.
final class Leafing {

    /// What goes on about a subject has so much of its words, weighed by rarity: more than the name
    /// that all of an article is about.
    private static final double SAME_SUBJECT = 0.2;

    private Leafing() {}

    /// The same words again, with who said them.
    static Exchange whoSaid(Recalled last) {
        Passage passage = last.passage();
        TextSpan words = last.emphasis();
        Answer answer =
                last.speaker()
                        .<Answer>map(
                                speaker ->
                                        new Answer.Found(
                                                passage, words, speaker, Confidence.CERTAIN))
                        .orElseGet(() -> new Answer.Unattributed(passage, words));
        return new Exchange(answer, last.context());
    }

    /// What else somebody says in the article, from here on and then from its beginning.
    static Optional<Exchange> saidElse(Utterance who, Recalled last) {
        return last.person(who).map(speaker -> words(speaker, last.others(), last));
    }

    /// The first of these passages that has somebody's words.
    private static Exchange words(Speaker speaker, Stream<Passage> passages, Recalled last) {
        Answer answer =
                passages.filter(passage -> last.voices().speaksIn(speaker, passage))
                        .findFirst()
                        .map(passage -> Assessor.certain(passage, sentence(speaker, passage)))
                        .orElseGet(() -> Assessor.none(last.ranking()));
        return last.context().follow(last.context().question(), answer);
    }

    /// The first sentence of a passage that has somebody's words.
    private static TextSpan sentence(Speaker speaker, Passage passage) {
        TextSpan words =
                new Voices(passage.article()).of(speaker, passage.span()).getFirst().content();
        return passage.sentences().stream()
                .filter(words::overlaps)
                .findFirst()
                .orElse(passage.span());
    }

    /// The first of these passages that has the same speaker, or a word of what was asked about.
    ///
    /// @param coverage of what was asked about
    static Exchange readOn(Recalled last, Stream<Passage> passages, Coverage coverage) {
        Answer answer =
                passages.filter(
                                passage ->
                                        coverage.of(passage) >= SAME_SUBJECT
                                                || last.goesOnIn(passage))
                        .findFirst()
                        .map(passage -> Assessor.certain(passage, passage.opening()))
                        .orElseGet(() -> Assessor.none(last.ranking()));
        return last.context().follow(last.context().question(), answer);
    }

    /// What follows, whatever it is.
    static Exchange next(Recalled last) {
        Answer answer =
                last.later()
                        .findFirst()
                        .map(passage -> Assessor.certain(passage, passage.opening()))
                        .orElseGet(() -> Assessor.none(last.ranking()));
        return last.context().follow(last.context().question(), answer);
    }

    /// What the same person says next explains what was said, if anything does.
    static Exchange meaning(Recalled last) {
        int after = last.passage().paragraph() + 1;
        return last.speaker()
                .map(
                        speaker ->
                                words(
                                        speaker,
                                        last.others().filter(other -> other.paragraph() == after),
                                        last))
                .orElseGet(() -> new Exchange(Assessor.none(last.ranking()), last.context()));
    }
}
