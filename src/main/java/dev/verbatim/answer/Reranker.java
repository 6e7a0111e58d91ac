package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Has the first passages of a ranking read, and puts them in an order of what retrieval and the
/// reader say together: interpolated, since the reader alone ranks worse than retrieval does.
/// Thread-safe.
public final class Reranker {

    /// How many passages are read. With more, one that only looks like an answer is met more often,
    /// and silence gets worse; and each costs its time.
    public static final int READ = 4;

    /// What being read as the one that answers is worth, in units of the cosine. From 0.03 to 0.08
    /// it makes little difference on XQuAD, SQuAD 2.0 and CLAPNQ.
    private static final double WEIGHT = 0.05;

    /// What a span's margin counts beside a logit of the answerability.
    private static final double MARGIN = 0.2;

    private final PassageReader reader;

    public Reranker(PassageReader reader) {
        this.reader = reader;
    }

    /// What is known of a question that was looked up. Nothing is read, and the ranking stays, when
    /// the reader is off or busy, or doesn't speak the language of what was found.
    public RerankedPassages rerank(Question question, Ranking ranking) {
        List<Candidate> legible = legible(ranking);
        List<Voiced> texts = legible.stream().map(one -> Voiced.of(one.passage())).toList();
        List<ReaderOutput> readings =
                reader.read(question.text(), texts.stream().map(Voiced::text).toList());
        return readings.isEmpty()
                ? RerankedPassages.unread(question, ranking)
                : reordered(question, ranking, Voiced.inPassages(texts, readings));
    }

    /// The first ones, as far as they have vectors: the encoder and the reader speak the same
    /// language.
    private static List<Candidate> legible(Ranking ranking) {
        return ranking.candidates().stream()
                .limit(READ)
                .takeWhile(candidate -> candidate.signals().cosine().isPresent())
                .toList();
    }

    private static RerankedPassages reordered(
            Question question, Ranking ranking, List<ReaderOutput> readings) {
        List<Read> order =
                IntStream.range(0, readings.size())
                        .mapToObj(at -> Read.of(at, ranking, readings))
                        .sorted(Comparator.comparingDouble(Read::score).reversed())
                        .toList();
        List<Candidate> candidates =
                Stream.concat(
                                order.stream().map(Read::candidate),
                                ranking.candidates().stream().skip(order.size()))
                        .toList();
        return new RerankedPassages(
                question,
                new Ranking(candidates, ranking.articles(), ranking.passages()),
                order.stream().map(Read::readerOutput).toList());
    }

    /// A passage as it is given to the reader: under the names of those who are quoted in it and
    /// only called "she" there. Without them, "What does Smith say?" isn't answered by her words.
    ///
    /// @param names before the passage; empty when it names everybody itself
    private record Voiced(String names, Passage passage) {

        static Voiced of(Passage passage) {
            String names =
                    new SpeakerLookup(passage.article())
                            .in(passage.span())
                            .filter(speaker -> !SpeakerLookup.isNamed(speaker, passage.text()))
                            .map(Speaker::name)
                            .collect(Collectors.joining(", "));
            return new Voiced(names.isEmpty() ? "" : names + ": ", passage);
        }

        String text() {
            return names + passage.text();
        }

        /// What was read, in places of the passages themselves.
        static List<ReaderOutput> inPassages(List<Voiced> texts, List<ReaderOutput> readings) {
            return IntStream.range(0, readings.size())
                    .mapToObj(at -> readings.get(at).withoutPrefix(texts.get(at).names().length()))
                    .toList();
        }
    }

    private record Read(Candidate candidate, ReaderOutput readerOutput, double score) {

        static Read of(int at, Ranking ranking, List<ReaderOutput> readings) {
            Candidate candidate = ranking.candidates().get(at);
            double share = share(readings.get(at), readings);
            return new Read(candidate, readings.get(at), candidate.score() + WEIGHT * share);
        }

        /// The probability that it is this one that answers, among all that were read and none.
        private static double share(ReaderOutput one, List<ReaderOutput> all) {
            double sum = 1 + all.stream().mapToDouble(Read::odds).sum();
            return odds(one) / sum;
        }

        private static double odds(ReaderOutput readerOutput) {
            return Math.exp(readerOutput.answerability() + MARGIN * readerOutput.margin());
        }
    }
}
