package dev.verbatim.answer;

import dev.verbatim.answer.ArticleNavigator.Nearby;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A search for a rewritten follow-up: drops the passages that can't answer it, and has the others
/// judged like those of any question.
final class FollowUpSearch {

    /// How many passages are retrieved to filter from.
    private static final int RETRIEVED = 50;

    /// Without a type of answer, a sentence must have all of the follow-up's words, but for the
    /// smallest.
    private static final double ALL_WORDS = 0.9;

    /// The confidence of a nearby sentence: of those judged, about so many answer.
    private static final double NEARBY = 0.8;

    private final PassageRetriever retriever;
    private final AnswerSelector selector;

    FollowUpSearch(PassageRetriever retriever, AnswerSelector selector) {
        this.retriever = retriever;
        this.selector = selector;
    }

    /// How much of some words each passage has.
    ///
    /// @param scope the articles to search; empty means all
    TermCoverage coverage(Utterance words, Set<String> scope) {
        Utterance content = Phrasebook.of(words).content(words);
        return TermCoverage.of(retriever.retrieve(new Question(content.text(), scope), RETRIEVED));
    }

    /// The nearby sentence that has the type of answer asked for and most of the follow-up's own
    /// words, of equals the nearest. A follow-up without words is about the sentence that was
    /// shown.
    ///
    /// @param rewritten the follow-up with what the context adds
    Optional<DialogueContext.Turn> nearby(
            SentenceQuery query, String rewritten, ArticleNavigator shown) {
        TermCoverage coverage =
                query.own().isEmpty()
                        ? TermCoverage.NONE
                        : coverage(query.own(), Set.of(shown.article().id()));
        return best(query, coverage, shown)
                .or(() -> shown.earlier().flatMap(before -> best(query, coverage, before)))
                .map(near -> AnswerSelector.found(near.passage(), near.span(), NEARBY))
                .map(found -> shown.context().followedBy(rewritten, found));
    }

    private static Optional<Nearby> best(
            SentenceQuery query, TermCoverage coverage, ArticleNavigator shown) {
        return shown.nearbySentences()
                .filter(near -> query.accepts(near, coverage, shown))
                .reduce(coverage::better);
    }

    /// What a nearby sentence must have.
    ///
    /// @param own the follow-up's content words
    record SentenceQuery(AnswerType type, QuantityType quantity, Utterance own) {

        /// A question word alone.
        static SentenceQuery of(AnswerType type) {
            return new SentenceQuery(type, QuantityType.NONE, Utterance.of(""));
        }

        static SentenceQuery of(Utterance question, Phrasebook book) {
            return new SentenceQuery(
                    AnswerType.of(question, book),
                    QuantityType.of(question, book),
                    book.content(question.from(AnswerType.questionWords(question, book))));
        }

        private boolean accepts(Nearby near, TermCoverage coverage, ArticleNavigator shown) {
            Phrasebook book = Phrasebook.of(shown.article().publication().language());
            Utterance asked = Utterance.of(shown.context().question());
            boolean isOfType =
                    type.occursIn(near.text(), asked, book) && quantity.occursIn(near.text(), book);
            return isOfType
                    && (own.isEmpty()
                            ? isAboutShown(near, shown)
                            : coverage.of(near.passage(), near.span()) >= least()
                                    || counts(near, book));
        }

        /// "How old is she?" is answered anywhere in the passage, "when?" in the sentence itself.
        private boolean isAboutShown(Nearby near, ArticleNavigator shown) {
            return quantity == QuantityType.AGE
                    ? near.passage().equals(shown.passage())
                    : type != AnswerType.ANY
                            && near.passage().equals(shown.passage())
                            && near.span().overlaps(shown.emphasis());
        }

        private boolean counts(Nearby near, Phrasebook book) {
            return quantity == QuantityType.COUNT
                    && QuantityType.counts(own.lower().getFirst(), near.text(), book);
        }

        private double least() {
            return type == AnswerType.ANY && quantity == QuantityType.NONE
                    ? ALL_WORDS
                    : TermCoverage.ENOUGH;
        }
    }

    /// Answers from the passages and sentences that aren't ruled out.
    ///
    /// @param rewritten the follow-up with what the context adds
    /// @param allowed the passages that may answer
    DialogueContext.Turn answer(
            Question rewritten,
            DialogueContext context,
            Predicate<Passage> allowed,
            Constraint constraint) {
        Ranking all = retriever.retrieve(rewritten, RETRIEVED);
        Ranking left =
                all.with(
                        all.candidates().stream()
                                .filter(candidate -> allowed.test(candidate.passage()))
                                .limit(AnswerSelector.CANDIDATES)
                                .toList());
        Answer answer =
                constraint
                        .apply(left)
                        .map(ranking -> selector.answer(rewritten, ranking))
                        .orElseGet(() -> AnswerSelector.notFound(all));
        return context.followedBy(rewritten.text(), answer);
    }

    /// What a sentence must have to answer: the type of answer asked for, and as many of the
    /// follow-up's own words as any sentence of its passage.
    ///
    /// @param question whose names are no answer
    /// @param ownWords the coverage of the follow-up's own words
    record Constraint(AnswerType type, Utterance question, TermCoverage ownWords) {

        static final Constraint NONE = ofWords(TermCoverage.NONE);

        /// Any type of answer, with these words.
        static Constraint ofWords(TermCoverage ownWords) {
            return new Constraint(AnswerType.ANY, Utterance.of(""), ownWords);
        }

        /// The ranking with only such sentences in its first passage; empty when that has none.
        private Optional<Ranking> apply(Ranking ranking) {
            return ranking.candidates().stream()
                    .limit(1)
                    .map(this::reduced)
                    .filter(first -> !first.signals().sentences().isEmpty())
                    .map(first -> withFirst(first, ranking))
                    .findFirst();
        }

        private static Ranking withFirst(Candidate first, Ranking ranking) {
            return ranking.with(
                    Stream.concat(Stream.of(first), ranking.candidates().stream().skip(1))
                            .toList());
        }

        private Candidate reduced(Candidate candidate) {
            Passage passage = candidate.passage();
            Ranking.Signals all = candidate.signals();
            List<SentenceEvidence> sentences =
                    all.sentences().stream()
                            .filter(sentence -> isMetBy(sentence, passage))
                            .toList();
            return new Candidate(
                    passage,
                    candidate.score(),
                    new Ranking.Signals(all.bm25(), all.coverage(), all.cosine(), sentences));
        }

        private boolean isMetBy(SentenceEvidence sentence, Passage passage) {
            Phrasebook book = Phrasebook.of(passage.article().publication().language());
            return ownWords.of(passage, sentence.span()) >= ownWords.of(passage)
                    && type.occursIn(sentence.span().of(passage.article().text()), question, book);
        }
    }

    /// The share of a query's words in each sentence of the passages found, weighted by rarity, 0
    /// to 1. Words of the title, which belong to every passage, don't count.
    record TermCoverage(Map<Passage, Map<TextSpan, Double>> sentences) {

        /// Of a query without words.
        static final TermCoverage NONE = new TermCoverage(Map.of());

        /// From this share on, a sentence counts as having the words.
        private static final double ENOUGH = 0.5;

        /// @param ranking of the query
        static TermCoverage of(Ranking ranking) {
            Map<Passage, Map<TextSpan, Double>> sentences = new HashMap<>();
            for (Candidate candidate : ranking.candidates()) {
                Map<TextSpan, Double> own = new HashMap<>();
                for (SentenceEvidence sentence : candidate.signals().sentences()) {
                    own.put(sentence.span(), sentence.coverage());
                }
                sentences.put(candidate.passage(), own);
            }
            return new TermCoverage(sentences);
        }

        /// The coverage of a passage's best sentence.
        double of(Passage passage) {
            return max(sentences.getOrDefault(passage, Map.of()).values());
        }

        double of(Passage passage, TextSpan sentence) {
            return sentences.getOrDefault(passage, Map.of()).getOrDefault(sentence, 0.0);
        }

        /// The sentence with more of the words; of equals the first.
        private Nearby better(Nearby first, Nearby second) {
            return of(second.passage(), second.span()) > of(first.passage(), first.span())
                    ? second
                    : first;
        }

        /// Whether a passage has as many of the words as any other, and enough of them.
        boolean isBest(Passage passage) {
            double best = sentences.keySet().stream().mapToDouble(this::of).max().orElse(0);
            return of(passage) >= Math.max(best, ENOUGH);
        }

        private static double max(Collection<Double> coverages) {
            return coverages.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }
    }
}
