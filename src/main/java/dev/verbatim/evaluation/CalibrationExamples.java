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
/// Within a situation the answered and the unanswered count the same in all, however many they are,
/// so that neither a large set nor an easy situation decides alone.
///
/// @param whole an index of all articles
/// @param half an index of every second one
record CalibrationExamples(
        QuestionSet set, List<Article> articles, LuceneIndex whole, LuceneIndex half) {

    private static final int CANDIDATES = 12;

    List<Example> all() {
        List<Trained> trained = new ArrayList<>();
        for (SourceQuestion question : set.questions()) {
            trained.add(inAllArticles(question));
            trained.add(withoutTheAnswer(question));
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
    private Trained withoutTheAnswer(SourceQuestion question) {
        Question asked = Question.of(question.text());
        Ranking ranking = whole.retrieve(asked, CANDIDATES);
        List<Candidate> rest =
                ranking.candidates().stream()
                        .filter(candidate -> !answers(candidate.passage(), question))
                        .toList();
        return trained(
                "removed",
                question,
                asked,
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
        Map<Group, Long> sizes =
                trained.stream().collect(Collectors.groupingBy(Group::of, Collectors.counting()));
        return trained.stream()
                .map(one -> one.example(1.0 / sizes.getOrDefault(Group.of(one), 1L)))
                .toList();
    }

    private record Trained(String situation, Question question, Ranking ranking, boolean answered) {

        Example example(double weight) {
            return new Example(question, ranking, answered, weight);
        }
    }

    private record Group(String situation, boolean answered) {

        static Group of(Trained trained) {
            return new Group(trained.situation, trained.answered);
        }
    }
}
