package dev.verbatim.evaluation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The articles of a set by their ids, in the order of its file.
final class ArticleSet {

    private final Map<String, SourceArticle> byId = new LinkedHashMap<>();

    ArticleSet(Collection<SourceArticle> articles) {
        for (SourceArticle article : articles) {
            if (byId.put(article.id(), article) != null) {
                throw new UnusableInputException(
                        "articles.jsonl has the article_id \""
                                + article.id()
                                + "\" twice. Give each article its own.");
            }
        }
    }

    Collection<SourceArticle> all() {
        return byId.values();
    }

    /// The articles as a reader divides them into paragraphs and passages.
    List<Article> readBy(ArticleReader reader) {
        return all().stream().map(article -> article.readBy(reader)).toList();
    }

    boolean contains(String articleId) {
        return byId.containsKey(articleId);
    }

    Optional<SourceArticle> find(String articleId) {
        return Optional.ofNullable(byId.get(articleId));
    }

    /// The source of the article that a passage claims to be from.
    SourceArticle sourceOf(Passage passage) {
        return find(passage.article().id())
                .orElseThrow(
                        () -> new IllegalStateException("not an article of this set: " + passage));
    }

    /// The articles with one of the ids; all when `ids` is null.
    ArticleSet restrictedTo(@Nullable Set<String> ids) {
        return ids == null
                ? this
                : new ArticleSet(
                        all().stream().filter(article -> ids.contains(article.id())).toList());
    }
}
