package dev.verbatim.article.library;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.ArticleSubmissionService.ArticleName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A finder of the articles that an editor names, served or refused.
final class ArticleFinder {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleFinder.class);

    private final Library library;
    private final ContentFolderWriter writer;

    ArticleFinder(Library library, ContentFolderWriter writer) {
        this.library = library;
        this.writer = writer;
    }

    /// Finds the articles that an editor may mean: the one with this id or file name; else those
    /// with this title; else those with the words in the id or the title.
    List<ArticleName> find(String words) {
        String wanted = folded(words);
        List<ArticleName> all = articleNames();
        return Stream.<Predicate<ArticleName>>of(
                        article -> isIdOrFileName(words.strip(), article.articleId()),
                        article -> folded(article.title()).equals(wanted),
                        article ->
                                folded(article.title()).contains(wanted)
                                        || folded(article.articleId()).contains(wanted))
                .map(matches -> all.stream().filter(matches).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// By id. An article that was saved a moment ago, or is refused, is known by its file only.
    private List<ArticleName> articleNames() {
        Map<String, ArticleName> names = new TreeMap<>();
        for (ArticleInfo served : library.articles()) {
            String title = served.publication().title();
            names.put(served.articleId(), new ArticleName(served.articleId(), title));
        }
        for (Path file : files()) {
            String articleId = ContentFile.id(file);
            names.putIfAbsent(articleId, new ArticleName(articleId, file.toString()));
        }
        return List.copyOf(names.values());
    }

    private List<Path> files() {
        try {
            return writer.files();
        } catch (IOException e) {
            LOG.warn("The content folder can't be listed: {}", e.toString());
            return List.of();
        }
    }

    private static boolean isIdOrFileName(String words, String articleId) {
        return words.equals(articleId)
                || (Submission.accepts(words)
                        && ContentFile.id(FileName.of(words)).equals(articleId));
    }

    private static String folded(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
