package dev.verbatim.retrieval.ranking;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import dev.verbatim.retrieval.ranking.PassageQuery.Concept;
import dev.verbatim.retrieval.ranking.ScoreFusion.ScoredHit;
import dev.verbatim.retrieval.ranking.SearchSnapshot.Hit;
import dev.verbatim.retrieval.ranking.SearchSnapshot.Hits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A hybrid retriever over one snapshot of an index: takes candidates from the lexical and the
/// dense search, then scores every candidate by both.
public final class HybridRetriever<K extends Comparable<K>> {

    /// How many candidates each search contributes when both run. The passage that answers is among
    /// the first ten of either in all but a few of a thousand questions.
    public static final int CANDIDATES = 50;

    /// How many terms of a question count; a longer text is no question.
    private static final int MAX_TERMS = 64;

    /// A longer text is found by its beginning. A query has a limit of 1,024 clauses.
    private static final int MAX_SHARED_TERMS = 300;

    private final SearchSnapshot<K> snapshot;
    private final QuestionEncoder encoder;

    public HybridRetriever(SearchSnapshot<K> snapshot, Encoder encoder) {
        this.snapshot = snapshot;
        this.encoder = new QuestionEncoder(encoder);
    }

    /// See [dev.verbatim.retrieval.PassageRetriever#retrieve].
    public Ranking retrieve(Question question, int k) throws IOException {
        return rank(question, new QuestionTranslator(snapshot).translate(question), k);
    }

    /// See [dev.verbatim.retrieval.PassageRetriever#retrieveAsAsked].
    public Optional<Ranking> retrieveAsAsked(Question question, int k) throws IOException {
        return QuestionTranslator.mayAnswerAsAsked(question, snapshot)
                ? Optional.of(asAsked(question, k))
                : Optional.empty();
    }

    /// The vector of a gloss is near to passages in English too, which are for the question that is
    /// carried over: it says by which words they were found.
    private Ranking asAsked(Question question, int k) throws IOException {
        Ranking ranking = rank(question, Map.of(), k);
        return ranking.with(
                ranking.candidates().stream()
                        .filter(
                                candidate ->
                                        QuestionTranslator.mayBeAskedIn(
                                                candidate.passage().article(), question))
                        .toList());
    }

    /// See [dev.verbatim.retrieval.PassageRetriever#passagesSharing].
    public List<Passage> passagesSharing(Question words, int k) throws IOException {
        List<K> best = new ArrayList<>();
        for (String language : snapshot.languages()) {
            List<String> terms = AnalyzedTerms.of(Locale.of(language), words.text());
            if (!terms.isEmpty()) {
                List<String> first = terms.stream().limit(MAX_SHARED_TERMS).toList();
                best.addAll(snapshot.sharing(language, first, words.articleIds(), k));
            }
        }
        Map<K, Passage> passages = new HashMap<>();
        snapshot.read(best, (key, passage, _) -> passages.put(key, passage));
        return best.stream().map(key -> Objects.requireNonNull(passages.get(key))).toList();
    }

    private Ranking rank(Question question, Map<String, TranslatedQuestion> translations, int k)
            throws IOException {
        float[] vector = snapshot.hasVectors() ? encoder.encode(question, translations) : null;
        return rank(question, translations, vector, k);
    }

    /// The best passages by the question's words and its vector.
    ///
    /// @param translations of the question, by language; none for its own language
    /// @param vector missing when the encoder knows neither the question's language nor a gloss
    public Ranking rank(
            Question question,
            Map<String, TranslatedQuestion> translations,
            float @Nullable [] vector,
            int k)
            throws IOException {
        PassageQuery query =
                new PassageQuery(concepts(question, translations), vector, question.articleIds());
        Hits<K> hits = snapshot.search(query, vector == null ? k : Math.max(k, CANDIDATES));
        return new Ranking(
                candidates(ScoreFusion.best(k, hits.hits()), query, hits),
                snapshot.articles(),
                snapshot.passages(),
                List.copyOf(translations.values()));
    }

    private Map<String, List<Concept>> concepts(
            Question question, Map<String, TranslatedQuestion> translations) {
        Map<String, List<Concept>> concepts = new LinkedHashMap<>();
        for (String language : snapshot.languages()) {
            TranslatedQuestion translated = translations.get(language);
            concepts.put(
                    language,
                    translated == null
                            ? concepts(language, question.text(), snapshot)
                            : concepts(language, translated, snapshot));
        }
        return concepts;
    }

    /// Each term is its own concept, in the order of the terms. Where vectors know what is related,
    /// terms aren't expanded.
    static List<Concept> concepts(String language, String question, Vocabulary.Source words) {
        List<Concept> concepts = new ArrayList<>();
        QueryExpander expander = QueryExpander.of(language, words);
        List<String> terms = AnalyzedTerms.of(Locale.of(language), question);
        for (String term : terms.stream().distinct().limit(MAX_TERMS).sorted().toList()) {
            concepts.add(Concept.of(term, expander.related(term)));
        }
        return concepts;
    }

    static List<Concept> concepts(
            String language, TranslatedQuestion translated, Vocabulary.Source words) {
        QueryExpander expander = QueryExpander.of(language, words);
        return translated.words().stream()
                .filter(word -> !word.isFunctionWord())
                .limit(MAX_TERMS)
                .map(word -> Concept.of(language, word).expanded(expander))
                .toList();
    }

    private List<Candidate> candidates(List<ScoredHit<K>> best, PassageQuery query, Hits<K> hits)
            throws IOException {
        Map<String, QueryTerms> terms = terms(query, hits);
        Map<K, ScoredHit<K>> byKey = new HashMap<>();
        best.forEach(scored -> byKey.put(scored.hit().key(), scored));
        Map<K, Candidate> candidates = new HashMap<>();
        snapshot.read(
                byKey.keySet(),
                (key, passage, table) ->
                        candidates.put(
                                key,
                                candidate(
                                        Objects.requireNonNull(byKey.get(key)),
                                        passage,
                                        coverage(passage, terms, table))));
        return best.stream()
                .map(scored -> Objects.requireNonNull(candidates.get(scored.hit().key())))
                .toList();
    }

    private Map<String, QueryTerms> terms(PassageQuery query, Hits<K> hits) {
        Map<String, QueryTerms> terms = new HashMap<>();
        query.concepts()
                .forEach(
                        (language, concepts) ->
                                terms.put(
                                        language,
                                        QueryTerms.of(
                                                concepts,
                                                snapshot.passages(),
                                                hits.documentFrequencies()
                                                        .getOrDefault(language, Map.of()))));
        return terms;
    }

    /// Of the passage, then of each sentence.
    private static double[] coverage(
            Passage passage, Map<String, QueryTerms> terms, ByteBuffer table) {
        Article article = passage.article();
        String language = PassageEncoder.code(article.publication().language());
        return terms.getOrDefault(language, QueryTerms.NONE).coverage(new SentenceTermTable(table));
    }

    private static <K> Candidate candidate(
            ScoredHit<K> scored, Passage passage, double[] coverage) {
        Hit<K> hit = scored.hit();
        Ranking.Signals signals =
                new Ranking.Signals(
                        hit.bm25(),
                        coverage[0],
                        hit.cosine(),
                        sentences(passage, coverage, hit.sentenceCosines()));
        return new Candidate(passage, scored.score(), signals);
    }

    /// @param coverage of the passage, then of each sentence
    private static List<SentenceEvidence> sentences(
            Passage passage, double[] coverage, List<Double> cosines) {
        List<SentenceEvidence> evidence = new ArrayList<>();
        for (TextSpan sentence : passage.sentences()) {
            int i = evidence.size();
            OptionalDouble cosine =
                    i < cosines.size() ? OptionalDouble.of(cosines.get(i)) : OptionalDouble.empty();
            evidence.add(new SentenceEvidence(sentence, coverage[i + 1], cosine));
        }
        return evidence;
    }
}
