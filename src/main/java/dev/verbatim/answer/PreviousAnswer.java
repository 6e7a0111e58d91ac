package dev.verbatim.answer;

import dev.verbatim.answer.DialogueContext.Shown;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What was shown last, found again in its article as it is now.
///
/// @param ranking that the article came from
record PreviousAnswer(
        DialogueContext context, Passage passage, TextSpan emphasis, Ranking ranking) {

    /// Nothing when nothing was shown, or when the words aren't in the article any more.
    ///
    /// @param scope the articles that may be looked in; empty means all
    static Optional<PreviousAnswer> of(
            DialogueContext context, PassageRetriever retriever, Set<String> scope) {
        List<Shown> shown = context.shown();
        return shown.isEmpty() || !mayLook(shown.getLast(), scope)
                ? Optional.empty()
                : of(context, shown.getLast(), retriever);
    }

    private static boolean mayLook(Shown shown, Set<String> scope) {
        return scope.isEmpty() || scope.contains(shown.articleId());
    }

    private static Optional<PreviousAnswer> of(
            DialogueContext context, Shown shown, PassageRetriever retriever) {
        Ranking ranking =
                retriever.retrieve(
                        new Question(context.question(), Set.of(shown.articleId())),
                        AnswerSelector.CANDIDATES);
        return ranking.candidates().stream()
                .limit(1)
                .flatMap(candidate -> candidate.passage().article().passages().stream())
                .filter(shown::is)
                .findFirst()
                .map(
                        passage ->
                                new PreviousAnswer(
                                        context, passage, emphasis(passage, shown), ranking));
    }

    private static TextSpan emphasis(Passage passage, Shown shown) {
        return shown.emphasis().shifted(passage.span().start());
    }

    Article article() {
        return passage.article();
    }

    SpeakerLookup speakerLookup() {
        return new SpeakerLookup(article());
    }

    Optional<Speaker> speaker() {
        return SpeakerLookup.behind(passage, emphasis);
    }

    /// Whom a pronoun or a name stands for: who said what was shown, who was asked about, or who
    /// else speaks in the passage. Nobody whom the article calls otherwise.
    Optional<Speaker> person(Utterance who) {
        boolean isName =
                !who.isEmpty() && Character.isUpperCase(who.words().getLast().codePointAt(0));
        return isName
                ? speakerLookup().named(who.from(who.size() - 1)).findFirst()
                : candidates()
                        .filter(speaker -> speakerLookup().mayBeCalled(speaker, who))
                        .findFirst();
    }

    private Stream<Speaker> candidates() {
        return Stream.of(
                        speaker().stream(),
                        speakerLookup().named(Utterance.of(context.question())),
                        speakerLookup().in(passage.span()))
                .flatMap(speakers -> speakers);
    }

    /// What follows in the article, and then what stands before: all that wasn't shown.
    Stream<Passage> others() {
        return Stream.concat(later(), earlier()).filter(other -> !context.hasShown(other));
    }

    Stream<Passage> later() {
        return article().passages().stream().filter(other -> isLater(other.span()));
    }

    /// The passage that follows and the one that stands before, as far as they weren't shown.
    Stream<Passage> neighbours() {
        List<Passage> passages = article().passages();
        int here = passages.indexOf(passage);
        return Stream.of(here + 1, here - 1)
                .filter(at -> at >= 0 && at < passages.size())
                .map(passages::get)
                .filter(other -> !context.hasShown(other));
    }

    /// Whether a passage has words of the same speaker.
    boolean goesOnIn(Passage other) {
        return speaker().stream()
                .anyMatch(speaker -> !speakerLookup().of(speaker, other.span()).isEmpty());
    }

    private Stream<Passage> earlier() {
        return article().passages().stream().filter(other -> !isLater(other.span()));
    }

    private boolean isLater(TextSpan span) {
        return span.start() >= passage.span().end();
    }
}
