package dev.verbatim.answer;

import dev.verbatim.answer.DialogueContext.Shown;
import dev.verbatim.answer.FollowUpSearch.TermCoverage;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// A cursor at the passage that was shown last, in its article as it is now. It answers follow-ups
/// by the article's order and by who is quoted in it: nothing is searched for, so such an answer is
/// certain.
///
/// @param ranking that the article was found in
record ArticleNavigator(
        DialogueContext context, Passage passage, TextSpan emphasis, Ranking ranking) {

    /// What continues with a subject has this share of its words, weighted by rarity: more than the
    /// name that the whole article is about.
    private static final double SAME_SUBJECT = 0.2;

    /// Finds the last shown passage again; empty when nothing was shown, or when the article
    /// doesn't have those words any more.
    ///
    /// @param scope the articles that may be searched; empty means all
    static Optional<ArticleNavigator> atLastShown(
            DialogueContext context, PassageRetriever retriever, Set<String> scope) {
        List<Shown> shown = context.shown();
        return shown.isEmpty() || !isInScope(shown.getLast(), scope)
                ? Optional.empty()
                : at(shown.getLast(), context, retriever);
    }

    private static boolean isInScope(Shown shown, Set<String> scope) {
        return scope.isEmpty() || scope.contains(shown.articleId());
    }

    private static Optional<ArticleNavigator> at(
            Shown shown, DialogueContext context, PassageRetriever retriever) {
        Ranking ranking =
                retriever.retrieve(
                        new Question(context.question(), Set.of(shown.articleId())),
                        AnswerSelector.CANDIDATES);
        return ranking.candidates().stream()
                .limit(1)
                .flatMap(candidate -> candidate.passage().article().passages().stream())
                .filter(shown::matches)
                .findFirst()
                .map(
                        passage ->
                                new ArticleNavigator(
                                        context,
                                        passage,
                                        shown.emphasis().shifted(passage.span().start()),
                                        ranking));
    }

    /// A cursor at what was shown before in the same article; empty when nothing was.
    Optional<ArticleNavigator> earlier() {
        return context.shown().reversed().stream()
                .skip(1)
                .limit(1)
                .flatMap(
                        shown ->
                                article().passages().stream()
                                        .filter(shown::matches)
                                        .map(at -> at(at, shown)))
                .findFirst();
    }

    private ArticleNavigator at(Passage other, Shown shown) {
        TextSpan words = shown.emphasis().shifted(other.span().start());
        return new ArticleNavigator(context, other, words, ranking);
    }

    Article article() {
        return passage.article();
    }

    private SpeakerLookup speakers() {
        return new SpeakerLookup(article());
    }

    private Optional<Speaker> speaker() {
        return SpeakerLookup.sourceOf(emphasis, passage);
    }

    /// The person that a pronoun or a name refers to: who said what was shown, who was asked about,
    /// or who else is quoted or named in the passage. Nobody whom the article calls by another
    /// pronoun.
    Optional<Speaker> person(Utterance who) {
        boolean isName =
                !who.isEmpty() && Character.isUpperCase(who.words().getLast().codePointAt(0));
        return isName
                ? speakers().namedIn(who.from(who.size() - 1)).findFirst()
                : Stream.of(
                                speaker().stream(),
                                speakers().namedIn(Utterance.of(context.question())),
                                article().speakersIn(passage.span()),
                                speakers().namedIn(Utterance.of(passage.text())))
                        .flatMap(Function.identity())
                        .filter(speaker -> speakers().mayBeReferredToBy(who, speaker))
                        .findFirst();
    }

    /// The sentences that a follow-up is most likely about: the one that was shown, the others of
    /// its passage, then those of the passages after and before it.
    Stream<Nearby> nearbySentences() {
        List<Passage> passages = article().passages();
        int here = passages.indexOf(passage);
        Stream<Passage> beside =
                Stream.of(here + 1, here - 1)
                        .filter(at -> at >= 0 && at < passages.size())
                        .map(passages::get);
        return Stream.concat(Stream.of(passage), beside)
                .flatMap(one -> one.sentences().stream().map(span -> new Nearby(one, span)))
                .sorted(Comparator.comparing(nearby -> !nearby.span().overlaps(emphasis)));
    }

    /// A sentence near the one that was shown.
    record Nearby(Passage passage, TextSpan span) {

        String text() {
            return span.of(passage.article().text());
        }
    }

    /// All passages after this one.
    Stream<Passage> later() {
        return article().passages().stream().filter(this::isLater);
    }

    private boolean isLater(Passage other) {
        return other.span().start() >= passage.span().end();
    }

    /// The passages after and before this one that weren't shown yet.
    Stream<Passage> neighbours() {
        List<Passage> passages = article().passages();
        int here = passages.indexOf(passage);
        return Stream.of(here + 1, here - 1)
                .filter(at -> at >= 0 && at < passages.size())
                .map(passages::get)
                .filter(other -> !context.hasShown(other));
    }

    /// All passages that weren't shown yet, those after this one first.
    private Stream<Passage> others() {
        Stream<Passage> earlier = article().passages().stream().filter(other -> !isLater(other));
        return Stream.concat(later(), earlier).filter(other -> !context.hasShown(other));
    }

    /// The same words again, with who said them.
    DialogueContext.Turn whoSaid() {
        Answer answer =
                speaker()
                        .<Answer>map(
                                speaker ->
                                        new Answer.Found(
                                                passage, emphasis, speaker, AnswerSelector.CERTAIN))
                        .or(this::onlyQuoted)
                        .orElseGet(() -> new Answer.Unattributed(passage, emphasis));
        return new DialogueContext.Turn(answer, context);
    }

    /// The words of the only speaker in the passage, when those that were shown are nobody's.
    private Optional<Answer> onlyQuoted() {
        return article().quotationsIn(emphasis).isEmpty()
                ? article()
                        .onlySpeaker(passage.span(), _ -> true)
                        .map(
                                speaker ->
                                        new Answer.Found(
                                                passage,
                                                speakers().firstQuotedSentence(speaker, passage),
                                                speaker,
                                                AnswerSelector.CERTAIN))
                : Optional.empty();
    }

    /// What a person says: in this passage, when other words of it were asked for, or else in the
    /// others.
    Optional<DialogueContext.Turn> said(Utterance who) {
        return person(who)
                .map(speaker -> words(speaker, Stream.concat(unheard(speaker), others())));
    }

    /// This passage, unless the words that were shown are the person's.
    private Stream<Passage> unheard(Speaker speaker) {
        return article().speakersIn(emphasis).anyMatch(speaker::equals)
                ? Stream.empty()
                : Stream.of(passage);
    }

    /// What else a person says in the article: after this passage, then from the beginning.
    Optional<DialogueContext.Turn> saidElse(Utterance who) {
        return person(who).map(speaker -> words(speaker, others()));
    }

    /// What the same person says next: that explains what was said, if anything does.
    DialogueContext.Turn meaning() {
        int next = passage.paragraph() + 1;
        return speaker()
                .map(speaker -> words(speaker, others().filter(other -> other.paragraph() == next)))
                .orElseGet(
                        () -> new DialogueContext.Turn(AnswerSelector.notFound(ranking), context));
    }

    /// The first of the passages with a person's words.
    private DialogueContext.Turn words(Speaker speaker, Stream<Passage> passages) {
        return first(
                passages.filter(other -> speakers().isQuoted(speaker, other)),
                other -> speakers().firstQuotedSentence(speaker, other));
    }

    /// The next passage.
    DialogueContext.Turn next() {
        return first(later(), Passage::opening);
    }

    /// The first of the passages that quotes the same speaker or continues with the subject.
    ///
    /// @param coverage of the subject's words
    DialogueContext.Turn continuation(Stream<Passage> passages, TermCoverage coverage) {
        return first(
                passages.filter(
                        other -> coverage.of(other) >= SAME_SUBJECT || quotesSameSpeaker(other)),
                Passage::opening);
    }

    private boolean quotesSameSpeaker(Passage other) {
        return speaker().stream().anyMatch(speaker -> speakers().isQuoted(speaker, other));
    }

    private DialogueContext.Turn first(
            Stream<Passage> passages, Function<Passage, TextSpan> emphasised) {
        Answer answer =
                passages.findFirst()
                        .map(other -> AnswerSelector.certain(other, emphasised.apply(other)))
                        .orElseGet(() -> AnswerSelector.notFound(ranking));
        return context.followedBy(context.question(), answer);
    }
}
