package dev.verbatim.benchmark;

import dev.verbatim.article.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Articles to measure with, and questions about them.
public record Texts(List<Article> articles, List<String> questions) {

    private static final int SPLICED_ARTICLES = 20;
    private static final int QUESTIONS = 200;

    public Texts {
        articles = List.copyOf(articles);
        questions = List.copyOf(questions);
    }

    /// Those of the folder named by `-Dtexts`, or else text spliced of `content/`, of which there
    /// is too little to measure with.
    static Texts chosen() throws IOException {
        String folder = System.getProperty("texts", "");
        return folder.isBlank() ? spliced() : QuestionFiles.read(Path.of(folder));
    }

    private static Texts spliced() throws IOException {
        Splicer splicer = Splicer.chosen();
        return new Texts(
                IntStream.range(0, SPLICED_ARTICLES).mapToObj(splicer::article).toList(),
                IntStream.range(0, QUESTIONS).mapToObj(splicer::question).toList());
    }

    public int passages() {
        return articles.stream().mapToInt(article -> article.passages().size()).sum();
    }
}
