package dev.verbatim.cli;

import dev.verbatim.answer.ArticleRequest;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.library.Library;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.summary.Summarizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A formatter of replies to requests for what is known of the articles.
///
/// Without a dialogue, the article that is meant is the only one that is served.
final class ArticleRequestText {

    private static final int SENTENCES = 3;

    /// Of so many articles, the newest ones, it is said what is known.
    private static final int MAX_FACTS = 3;

    private final Library library;
    private final PassageRetriever retriever;
    private final Summarizer summarizer;
    private final AnswerText answerText;

    ArticleRequestText(
            Library library,
            PassageRetriever retriever,
            Summarizer summarizer,
            AnswerText answerText) {
        this.library = library;
        this.retriever = retriever;
        this.summarizer = summarizer;
        this.answerText = answerText;
    }

    /// The reply to a message that is a request; empty when it is none.
    Optional<String> reply(String message) {
        return ArticleRequest.parse(message).map(this::reply);
    }

    private String reply(ArticleRequest request) {
        return switch (request.kind()) {
            case SUMMARY ->
                    only().map(article -> summarizer.summarize(article, SENTENCES))
                            .map(answerText::format)
                            .orElseGet(() -> listed("telegram.summary-which"));
            case LIST -> listed("telegram.articles");
            case WHICH -> which(request);
            case AUTHOR, DATE, SOURCE, SPEAKERS -> facts(request);
            case TRANSLATE, EXPLAIN, COMPARE, TRUTH -> request.refusal(messages());
        };
    }

    private MessageCatalog messages() {
        return answerText.messages();
    }

    private Optional<Article> only() {
        List<ArticleInfo> all = library.articles();
        return all.size() == 1 ? retriever.article(all.getFirst().articleId()) : Optional.empty();
    }

    /// @param key of the line above
    private String listed(String key) {
        List<ArticleInfo> newest = library.newestFirst();
        String count = messages().count("articles", newest.size());
        return lines(
                Stream.of(messages().say(key, count)),
                newest.stream()
                        .map(
                                info ->
                                        info.articleId()
                                                + ": "
                                                + messages().source(info.publication())));
    }

    private String which(ArticleRequest request) {
        List<Passage> passages = request.passages(retriever, Set.of());
        return passages.isEmpty()
                ? messages().say("request.which-unknown")
                : lines(
                        Stream.of(messages().say("request.which")),
                        passages.stream().map(messages()::source));
    }

    private String facts(ArticleRequest request) {
        Optional<Article> one = only();
        Stream<String> above =
                one.isPresent() ? Stream.of() : Stream.of(messages().say("request.newest"));
        Stream<Article> about =
                one.map(Stream::of)
                        .orElseGet(
                                () ->
                                        library.newestFirst().stream()
                                                .limit(MAX_FACTS)
                                                .map(ArticleInfo::articleId)
                                                .flatMap(id -> retriever.article(id).stream()));
        return lines(above, about.map(article -> fact(request, article)));
    }

    private String fact(ArticleRequest request, Article article) {
        return request.reply(article, messages()) + "\n" + messages().source(article.publication());
    }

    private String lines(Stream<String> above, Stream<String> below) {
        return Stream.concat(above, below)
                .map(answerText::printable)
                .collect(Collectors.joining("\n"));
    }
}
