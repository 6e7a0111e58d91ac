package dev.verbatim.evaluation;

import dev.verbatim.answer.Calibration.Example;
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

/// Makes examples to calibrate with out of a set of questions, in the situations a bot is in.
///
/// Every situation counts the same, however many questions it has, so that a large set doesn't
/// decide alone.
///
/// @param whole an index of all articles
/// @param half an index of every second one
record CalibrationExamples(
        QuestionSet set, List<Article> articles, LuceneIndex whole, LuceneIndex half) {

    private static final int CANDIDATES = 12;

    List<Example> all() {
        List<Trained> trained = new ArrayList<>();
        for (SourceQuestion question : set.questions()) {
            Trained inAll = inAllArticles(question);
            trained.add(inAll);
            trained.add(withoutTheAnswer(question, inAll.ranking));
            trained.add(amongHalf(question));
            trained.add(inItsArticle(question));
            trained.add(inAnotherArticle(question));
        }
        return weighted(
                trained.stream().filter(one -> !one.ranking.candidates().isEmpty()).toList());
    }

    private Trained inAllArticles(SourceQuestion question) {
        Question asked = Question.of(question.text());
        return trained("all", question, asked, whole.retrieve(asked, CANDIDATES));
    }

    /// On the topic, but what answers isn't there.
    private Trained withoutTheAnswer(SourceQuestion question, Ranking ranking) {
        List<Candidate> rest =
                ranking.candidates().stream()
                        .filter(candidate -> !answers(candidate.passage(), question))
                        .toList();
        return trained(
                "removed",
                question,
                Question.of(question.text()),
                new Ranking(rest, ranking.articles(), ranking.passages()));
    }

    /// Off the topic for the other half.
    private Trained amongHalf(SourceQuestion question) {
        Question asked = Question.of(question.text());
        return trained("half", question, asked, half.retrieve(asked, CANDIDATES));
    }

    /// As when a single article is served.
    private Trained inItsArticle(SourceQuestion question) {
        Question asked = new Question(question.text(), Set.of(question.articleId()));
        return trained("own", question, asked, whole.retrieve(asked, CANDIDATES));
    }

    private Trained inAnotherArticle(SourceQuestion question) {
        int next = (indexOf(question.articleId()) + 1) % articles.size();
        Question asked = new Question(question.text(), Set.of(articles.get(next).id()));
        return trained("own", question, asked, whole.retrieve(asked, CANDIDATES));
    }

    private int indexOf(String articleId) {
        return articles.stream().map(Article::id).toList().indexOf(articleId);
    }

    private Trained trained(
            String situation, SourceQuestion question, Question asked, Ranking ranking) {
        boolean answered =
                !ranking.candidates().isEmpty()
                        && answers(ranking.candidates().getFirst().passage(), question);
        return new Trained(situation, asked, ranking, answered);
    }

    private boolean answers(Passage passage, SourceQuestion question) {
        SourceArticle source = set.sources().of(passage);
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

    private record Trained(String situation, Question question, Ranking ranking, boolean answered) {

        Example example(double weight) {
            return new Example(question, ranking, answered, weight);
        }
    }
}
