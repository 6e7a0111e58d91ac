package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.language.GlossedText;
import dev.verbatim.language.Language;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.reader.ReadingComprehension;
import dev.verbatim.reader.ReadingComprehension.Excerpt;
import dev.verbatim.reader.ReadingComprehension.Inquiry;
import dev.verbatim.reader.ReadingComprehension.Sentence;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A reranker of the first passages: adds what the reader makes of each to its score of retrieval,
/// since the reader alone ranks worse than retrieval does. Thread-safe.
public final class Reranker {

    /// How many passages are read. With more, passages that only look like answers come up more
    /// often, abstention gets worse, and each costs its time.
    private static final int READ = 4;

    /// The weight of the reader's logit, in units of the cosine. More helps with paraphrased
    /// questions inside one article (0.02 on made-up news), less on SQuAD 2.0.
    private static final double WEIGHT = 0.0175;

    /// From this logit on, no passage behind is read: on XQuAD 35 % of the reading is saved, on
    /// made-up news 17 %, and no figure of the sets that it was chosen on changes.
    private static final double SURE = 0.7;

    /// Of a question that was carried over the reader is seldom that sure. Then no passage behind
    /// is read either that could come first only with a higher logit than this: on XQuAD's Russian
    /// questions two passages do for 74 % of them instead of 36 %, and no fewer are right.
    private static final double PLAUSIBLE = 1;

    private final ReadingComprehension reader;

    public Reranker(ReadingComprehension reader) {
        this.reader = reader;
    }

    /// The host that questions and passages are sent to; empty when they stay on this machine.
    Optional<String> remoteHost() {
        return reader.remoteHost();
    }

    /// Reads the first passages and reorders them. Nothing is read, and the ranking stays, when the
    /// reader is off or overloaded, or knows neither the language of the passages nor a gloss.
    public RerankedPassages rerank(Question question, Ranking ranking) {
        return rerank(question, ranking, READ);
    }

    /// @param count how many passages are read at most
    RerankedPassages rerank(Question question, Ranking ranking, int count) {
        List<Excerpt> excerpts =
                readable(ranking, count).map(one -> excerptOf(one.passage())).toList();
        List<ReaderOutput> outputs =
                reader.read(inquiry(question, ranking), excerpts, read -> isEnough(read, ranking));
        return outputs.isEmpty()
                ? RerankedPassages.unread(question, ranking)
                : reordered(question, ranking, inPassages(outputs, excerpts, ranking));
    }

    private static Inquiry inquiry(Question question, Ranking ranking) {
        return new Inquiry(question.text(), inEnglish(question, ranking));
    }

    /// By the words that found the passages, if it was carried over into English for them. Where
    /// they are English and it wasn't, it may be English, too.
    private static String inEnglish(Question question, Ranking ranking) {
        return ranking.translations().stream()
                .filter(translation -> translation.to() == Language.ENGLISH)
                .findFirst()
                .or(() -> intoEnglish(question, ranking))
                .map(TranslatedQuestion::gloss)
                .orElse(question.text());
    }

    private static Optional<TranslatedQuestion> intoEnglish(Question question, Ranking ranking) {
        return ranking.candidates().stream()
                        .limit(1)
                        .anyMatch(candidate -> !isEnglish(candidate.passage()))
                ? TranslatedQuestion.intoEnglish(question.text())
                : Optional.empty();
    }

    /// The first ones until one has no vector, or is in a language that only an encoder of the
    /// operator's own knows: the network reads English and glosses.
    private Stream<Candidate> readable(Ranking ranking, int count) {
        return ranking.candidates().stream()
                .limit(count)
                .takeWhile(
                        candidate ->
                                reader.readsEveryLanguage()
                                        || (candidate.signals().cosine().isPresent()
                                                && isReadable(candidate.passage())));
    }

    private static boolean isReadable(Passage passage) {
        return isEnglish(passage) || GlossedText.exists(languageOf(passage));
    }

    private static boolean isEnglish(Passage passage) {
        return languageOf(passage).getLanguage().equals(Language.ENGLISH.code());
    }

    private static Locale languageOf(Passage passage) {
        return passage.article().publication().language();
    }

    private static RerankedPassages reordered(
            Question question, Ranking ranking, List<ReaderOutput> outputs) {
        List<ReadCandidate> order =
                IntStream.range(0, outputs.size())
                        .mapToObj(index -> ReadCandidate.of(index, ranking, outputs))
                        .sorted(Comparator.comparingDouble(ReadCandidate::score).reversed())
                        .toList();
        List<Candidate> candidates =
                Stream.concat(
                                order.stream().map(ReadCandidate::candidate),
                                ranking.candidates().stream().skip(order.size()))
                        .toList();
        return new RerankedPassages(
                question,
                ranking.with(candidates),
                order.stream().map(ReadCandidate::output).toList());
    }

    /// Whether the passages after those that were read needn't be read.
    private static boolean isEnough(List<ReaderOutput> read, Ranking ranking) {
        return read.stream().anyMatch(output -> output.answerability() > SURE)
                || (isCarriedOver(ranking)
                        && bestScore(read, ranking)
                                > nextScore(read, ranking) + WEIGHT * PLAUSIBLE);
    }

    private static boolean isCarriedOver(Ranking ranking) {
        return ranking.translation(ranking.candidates().getFirst().passage().article()).isPresent();
    }

    private static double bestScore(List<ReaderOutput> read, Ranking ranking) {
        return IntStream.range(0, read.size())
                .mapToDouble(index -> ReadCandidate.of(index, ranking, read).score())
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static double nextScore(List<ReaderOutput> read, Ranking ranking) {
        return ranking.candidates().get(read.size()).score();
    }

    /// A passage with what the reader of the whole article knows when it comes to it: the title and
    /// the sentence before as its context. It is prefixed with the names of people who are quoted
    /// in it and only called "she" there. Without them, "What does Smith say?" isn't answered by
    /// her words.
    public static Excerpt excerptOf(Passage passage) {
        String context =
                Stream.concat(
                                Stream.of(titleOf(passage.article())),
                                sentenceBefore(passage).stream())
                        .collect(Collectors.joining(" "));
        String prefix = namesBefore(passage);
        int shift = prefix.length() - passage.span().start();
        List<Sentence> sentences =
                passage.sentences().stream()
                        .map(span -> new Sentence(span.start() + shift, span.end() + shift))
                        .toList();
        return new Excerpt(languageOf(passage), context, prefix + passage.text(), sentences);
    }

    private static String titleOf(Article article) {
        String title = article.publication().title();
        return title.endsWith("?") || title.endsWith("!") || title.endsWith(".")
                ? title
                : title + ".";
    }

    /// The last sentence that ends before the passage.
    private static Optional<String> sentenceBefore(Passage passage) {
        Article article = passage.article();
        return article.paragraphs().stream()
                .limit(passage.paragraph())
                .skip(Math.max(0, passage.paragraph() - 2))
                .flatMap(paragraph -> paragraph.sentences().stream())
                .filter(sentence -> sentence.end() <= passage.span().start())
                .reduce((_, last) -> last)
                .map(sentence -> sentence.of(article.text()));
    }

    /// Empty when the passage names everybody itself.
    private static String namesBefore(Passage passage) {
        Utterance words = Utterance.of(passage.text());
        String names =
                passage.article()
                        .speakersIn(passage.span())
                        .filter(speaker -> !SpeakerLookup.isNamedIn(words, speaker))
                        .map(Speaker::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : names + ": ";
    }

    /// The outputs with offsets in the passages themselves.
    private static List<ReaderOutput> inPassages(
            List<ReaderOutput> outputs, List<Excerpt> excerpts, Ranking ranking) {
        return IntStream.range(0, outputs.size())
                .mapToObj(
                        i -> {
                            Passage passage = ranking.candidates().get(i).passage();
                            int added = excerpts.get(i).text().length() - passage.span().length();
                            return outputs.get(i).withoutPrefix(added);
                        })
                .toList();
    }

    private record ReadCandidate(Candidate candidate, ReaderOutput output, double score) {

        static ReadCandidate of(int index, Ranking ranking, List<ReaderOutput> outputs) {
            Candidate candidate = ranking.candidates().get(index);
            ReaderOutput output = outputs.get(index);
            double score = candidate.score() + WEIGHT * output.answerability();
            return new ReadCandidate(candidate, output, score);
        }
    }
}
