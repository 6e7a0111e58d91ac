package dev.verbatim.evaluation;

import dev.verbatim.answer.Calibration.Example;
import dev.verbatim.answer.RerankedPassages;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes examples to calibrate with out of a set of questions, in the situations a bot is in.
///
/// Every situation counts the same, however many questions it has, so that a large set doesn't
/// decide alone. What is read is an example twice: also as it is when the reader is off or busy.
///
/// @param whole an index of all articles
/// @param half an index of every second one
/// @param rerankers as they may be at work
record CalibrationExamples(
        QuestionSet set,
        List<Article> articles,
        LuceneIndex whole,
        LuceneIndex half,
        List<Reranker> rerankers) {

    private static final Logger LOG = LoggerFactory.getLogger(CalibrationExamples.class);
    private static final int SAY_EVERY = 1000;

    private static final int CANDIDATES = 12;

    List<Example> all() {
        List<Trained> trained = new ArrayList<>();
        for (SourceQuestion question : set.questions()) {
            for (Situation situation : situations(question)) {
                for (Reranker reranker : rerankers) {
                    trained.add(trained(situation, question, reranker));
                }
            }
            if (trained.size() % SAY_EVERY == 0) {
                LOG.info("{} examples of {} questions", trained.size(), set.questions().size());
            }
        }
        return weighted(trained.stream().filter(one -> !one.rerankedPassages.isEmpty()).toList());
    }

    private List<Situation> situations(SourceQuestion question) {
        Situation inAll = inAllArticles(question);
        return List.of(
                inAll,
                withoutTheAnswer(question, inAll.ranking),
                amongHalf(question),
                inItsArticle(question),
                inAnotherArticle(question));
    }

    /// @param name those of a name count together
    private record Situation(String name, Question asked, Ranking ranking) {}

    private Situation inAllArticles(SourceQuestion question) {
        Question asked = Question.of(question.text());
        return new Situation("all", asked, whole.retrieve(asked, CANDIDATES));
    }

    /// On the topic, but what answers isn't there.
    private Situation withoutTheAnswer(SourceQuestion question, Ranking ranking) {
        List<Candidate> rest =
                ranking.candidates().stream()
                        .filter(candidate -> !answers(candidate.passage(), question))
                        .toList();
        return new Situation(
                "removed",
                Question.of(question.text()),
                new Ranking(rest, ranking.articles(), ranking.passages()));
    }

    /// Off the topic for the other half.
    private Situation amongHalf(SourceQuestion question) {
        Question asked = Question.of(question.text());
        return new Situation("half", asked, half.retrieve(asked, CANDIDATES));
    }

    /// As when a single article is served.
    private Situation inItsArticle(SourceQuestion question) {
        Question asked = new Question(question.text(), Set.of(question.articleId()));
        return new Situation("own", asked, whole.retrieve(asked, CANDIDATES));
    }

    private Situation inAnotherArticle(SourceQuestion question) {
        int next = (indexOf(question.articleId()) + 1) % articles.size();
        Question asked = new Question(question.text(), Set.of(articles.get(next).id()));
        return new Situation("own", asked, whole.retrieve(asked, CANDIDATES));
    }

    private int indexOf(String articleId) {
        return articles.stream().map(Article::id).toList().indexOf(articleId);
    }

    private Trained trained(Situation situation, SourceQuestion question, Reranker reranker) {
        RerankedPassages rerankedPassages = reranker.rerank(situation.asked, situation.ranking);
        boolean answered =
                !rerankedPassages.isEmpty()
                        && answers(
                                rerankedPassages.ranking().candidates().getFirst().passage(),
                                question);
        return new Trained(situation.name, rerankedPassages, answered);
    }

    private boolean answers(Passage passage, SourceQuestion question) {
        SourceArticle source = set.articleSet().of(passage);
        return question.answerable()
                && source.id().equals(question.articleId())
                && question.paragraphs().contains(source.paragraphAt(passage.span()));
    }

    private static List<Example> weighted(List<Trained> trained) {
        Map<String, Long> sizes =
                trained.stream()
                        .collect(Collectors.groupingBy(Trained::situation, Collectors.counting()));
        return trained.stream()
                .map(one -> one.example(1.0 / sizes.getOrDefault(one.situation, 1L)))
                .toList();
    }

    private record Trained(String situation, RerankedPassages rerankedPassages, boolean answered) {

        Example example(double weight) {
            return new Example(rerankedPassages, answered, weight);
        }
    }
}
