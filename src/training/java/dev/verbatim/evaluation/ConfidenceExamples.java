package dev.verbatim.evaluation;

import dev.verbatim.answer.ConfidenceTrainer.Example;
import dev.verbatim.answer.RerankedPassages;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A generator of training examples for the confidence: asks each question of a set in the
/// situations a bot is in.
///
/// Every situation has the same weight in all, however many questions it has, so that a large set
/// doesn't decide alone. Every question is asked with each reranker, because the reader may be off
/// or busy.
///
/// @param whole an index of all articles
/// @param half an index of every second one
record ConfidenceExamples(
        QuestionSet set,
        List<Article> articles,
        LuceneIndex whole,
        LuceneIndex half,
        List<Reranker> rerankers) {

    private static final Logger LOG = LoggerFactory.getLogger(ConfidenceExamples.class);
    private static final int LOG_INTERVAL = 1000;

    private static final int CANDIDATES = 12;

    List<Example> all() {
        List<Outcome> outcomes = new ArrayList<>();
        for (SourceQuestion question : set.questions()) {
            for (Situation situation : situations(question)) {
                for (Reranker reranker : rerankers) {
                    outcomes.add(rerank(situation, question, reranker));
                }
            }
            if (outcomes.size() % LOG_INTERVAL == 0) {
                LOG.info("{} examples of {} questions", outcomes.size(), set.questions().size());
            }
        }
        return weighted(outcomes.stream().filter(outcome -> !outcome.passages.isEmpty()).toList());
    }

    private List<Situation> situations(SourceQuestion question) {
        Situation inAll = inAllArticles(question);
        return List.of(
                inAll,
                withoutAnswer(question, inAll.ranking),
                amongHalf(question),
                inOwnArticle(question),
                inAnotherArticle(question));
    }

    /// A question as it is asked in a situation, and what is found.
    ///
    /// @param name situations of the same name share their weight
    private record Situation(String name, Question asked, Ranking ranking) {}

    private Situation inAllArticles(SourceQuestion question) {
        Question asked = Question.of(question.text());
        return new Situation("all", asked, whole.retrieve(asked, CANDIDATES));
    }

    /// The question is on topic, but the passages that answer are missing.
    private Situation withoutAnswer(SourceQuestion question, Ranking ranking) {
        List<Candidate> rest =
                ranking.candidates().stream()
                        .filter(candidate -> !answers(candidate.passage(), question))
                        .toList();
        return new Situation("removed", Question.of(question.text()), ranking.with(rest));
    }

    /// Half of the questions are off topic.
    private Situation amongHalf(SourceQuestion question) {
        Question asked = Question.of(question.text());
        return new Situation("half", asked, half.retrieve(asked, CANDIDATES));
    }

    /// A single article is served.
    private Situation inOwnArticle(SourceQuestion question) {
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

    private Outcome rerank(Situation situation, SourceQuestion question, Reranker reranker) {
        RerankedPassages passages = reranker.rerank(situation.asked, situation.ranking);
        boolean answered =
                !passages.isEmpty()
                        && answers(passages.ranking().candidates().getFirst().passage(), question);
        return new Outcome(situation.name, passages, answered);
    }

    private boolean answers(Passage passage, SourceQuestion question) {
        SourceArticle source = set.articleSet().sourceOf(passage);
        return question.answerable()
                && source.id().equals(question.articleId())
                && question.paragraphs().contains(source.paragraphAt(passage.span()));
    }

    private static List<Example> weighted(List<Outcome> outcomes) {
        Map<String, Long> sizes =
                outcomes.stream()
                        .collect(Collectors.groupingBy(Outcome::situation, Collectors.counting()));
        return outcomes.stream()
                .map(one -> one.example(1.0 / sizes.getOrDefault(one.situation, 1L)))
                .toList();
    }

    private record Outcome(String situation, RerankedPassages passages, boolean answered) {

        Example example(double weight) {
            return new Example(passages, answered, weight);
        }
    }
}
