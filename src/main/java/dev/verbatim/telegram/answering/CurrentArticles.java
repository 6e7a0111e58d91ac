package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.history.ArticleHistory;
import dev.verbatim.article.library.Library;
import dev.verbatim.quotation.SecondSource;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.message.PassageReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The articles that are served now, and the selection of them that a chat is answered from.
/// Thread-safe.
public final class CurrentArticles {

    private final Library library;
    private final PassageRetriever retriever;
    private final ArticleHistory history;

    public CurrentArticles(Library library, PassageRetriever retriever, ArticleHistory history) {
        this.library = library;
        this.retriever = retriever;
        this.history = history;
    }

    /// A finder of second sources among them.
    SecondSource secondSource(Answerer answerer) {
        return new SecondSource(answerer, retriever);
    }

    /// What is kept of their earlier versions.
    public ArticleHistory history() {
        return history;
    }

    /// The chat's articles, in the order of the library.
    public List<ArticleInfo> list(ChatSettings settings) {
        return selected(library.articles(), settings);
    }

    /// The chat's articles, newest first.
    public List<ArticleInfo> newestFirst(ChatSettings settings) {
        return selected(library.newestFirst(), settings);
    }

    private static List<ArticleInfo> selected(List<ArticleInfo> articles, ChatSettings settings) {
        return articles.stream().filter(info -> settings.includes(info.articleId())).toList();
    }

    /// An article as it can be found now.
    public Optional<Article> article(String articleId) {
        return retriever.article(articleId);
    }

    /// An article as it can be found now, by the hash of its id.
    public Optional<Article> withHash(long idHash) {
        return find(library.articles(), id -> TextHash.of(id) == idHash);
    }

    /// One of the chat's articles, by the hash of its id.
    public Optional<Article> findByHash(long idHash, ChatSettings settings) {
        return find(list(settings), id -> TextHash.of(id) == idHash);
    }

    /// The article that a reference leads to, whichever articles the chat has selected.
    Optional<Article> find(PassageReference reference) {
        return find(library.articles(), reference::isOf);
    }

    private Optional<Article> find(List<ArticleInfo> articles, Predicate<String> isWanted) {
        return articles.stream()
                .map(ArticleInfo::articleId)
                .filter(isWanted)
                .findFirst()
                .flatMap(retriever::article);
    }
}
