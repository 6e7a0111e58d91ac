package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ArticleRequest;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.answering.StoredAnswer;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.summaries.SummaryHandler;
import dev.verbatim.telegram.update.Incoming;
import java.util.List;
import java.util.Optional;

/// A handler of requests for what is known of the articles: a summary, an author, all that there
/// are. Thread-safe.
///
/// The article is the chat's only one, or that of the answer which the message replies to, or of
/// the last one.
final class ArticleRequestHandler {

    /// Of so many articles it is said what is known, when it isn't clear which one is meant.
    private static final int MAX_FACTS = 3;

    /// So many articles are offered to sum up.
    private static final int MAX_CHOICE = 8;

    /// Three articles with a line of their names stay below what Telegram takes.
    private static final int MAX_LENGTH = 3_000;

    private final CurrentArticles articles;
    private final PassageRetriever retriever;
    private final AnswerStore answers;
    private final Pages pages;

    /// @param pages the features that show articles
    ArticleRequestHandler(
            CurrentArticles articles,
            PassageRetriever retriever,
            AnswerStore answers,
            Pages pages) {
        this.articles = articles;
        this.retriever = retriever;
        this.answers = answers;
        this.pages = pages;
    }

    /// The features that show articles.
    record Pages(SummaryHandler summaries, ArticleListHandler list) {}

    /// Replies to a message of nothing but requests, to each by itself.
    ///
    /// @return whether it was one
    boolean handle(Incoming.Asked asked, Responder responder) {
        if (asked.incidental() && !Answerer.asks(asked.text())) {
            return false;
        }
        List<Optional<ArticleRequest>> requests =
                Answerer.split(asked.text()).stream().map(ArticleRequest::parse).toList();
        boolean isRequest = requests.stream().allMatch(Optional::isPresent);
        if (isRequest) {
            requests.stream()
                    .flatMap(Optional::stream)
                    .forEach(request -> responder.send(reply(request, asked, responder)));
        }
        return isRequest;
    }

    private ReplyMessage reply(ArticleRequest request, Incoming.Asked asked, Responder responder) {
        return switch (request.kind()) {
            case SUMMARY ->
                    meant(asked, responder)
                            .map(article -> pages.summaries().summary(article, responder))
                            .orElseGet(() -> choice(responder));
            case LIST -> pages.list().page(0, responder);
            case WHICH -> which(request, responder);
            case AUTHOR, DATE, SOURCE, SPEAKERS -> facts(request, asked, responder);
            case TRANSLATE, EXPLAIN, COMPARE, TRUTH ->
                    ReplyMessage.of(request.refusal(responder.messages()));
        };
    }

    private ReplyMessage choice(Responder responder) {
        List<ArticleInfo> newest = articles.newestFirst(responder.settings());
        return SummaryHandler.choice(newest.stream().limit(MAX_CHOICE).toList(), responder);
    }

    private Optional<Article> meant(Incoming.Asked asked, Responder responder) {
        List<ArticleInfo> listed = articles.list(responder.settings());
        Optional<String> wanted =
                listed.size() == 1
                        ? Optional.of(listed.getFirst().articleId())
                        : answers.findPrevious(asked.context(), asked.repliedTo())
                                .flatMap(ArticleRequestHandler::lastArticle);
        return wanted.filter(id -> listed.stream().anyMatch(one -> one.articleId().equals(id)))
                .flatMap(articles::article);
    }

    private static Optional<String> lastArticle(StoredAnswer answer) {
        return answer.outcome() instanceof StoredAnswer.Outcome.Shown shown
                ? Optional.of(shown.articleId())
                : answer.contextAfter().shown().reversed().stream()
                        .map(DialogueContext.Shown::articleId)
                        .findFirst();
    }

    private ReplyMessage facts(ArticleRequest request, Incoming.Asked asked, Responder responder) {
        Optional<Article> one = meant(asked, responder);
        List<Article> about =
                one.map(List::of)
                        .orElseGet(
                                () ->
                                        articles.newestFirst(responder.settings()).stream()
                                                .flatMap(info -> article(info).stream())
                                                .limit(MAX_FACTS)
                                                .toList());
        if (about.isEmpty()) {
            return pages.list().page(0, responder);
        }
        var message = new MessageBuilder();
        if (one.isEmpty()) {
            message.line(responder.messages().say("request.newest")).blankLine();
        }
        about.forEach(article -> addFacts(request, article, responder, message));
        return message.build();
    }

    private Optional<Article> article(ArticleInfo info) {
        return articles.article(info.articleId());
    }

    /// As many lines as fit.
    private static void addFacts(
            ArticleRequest request, Article article, Responder responder, MessageBuilder message) {
        String source = responder.messages().source(article.publication());
        message.link(source, PageLink.to(article.publication()));
        request.reply(article, responder.messages())
                .lines()
                .takeWhile(line -> message.length() + line.length() < MAX_LENGTH)
                .forEach(message::line);
    }

    private ReplyMessage which(ArticleRequest request, Responder responder) {
        List<Passage> passages = request.passages(retriever, responder.settings().articleIds());
        if (passages.isEmpty()) {
            return ReplyMessage.of(responder.messages().say("request.which-unknown"));
        }
        var message = new MessageBuilder().line(responder.messages().say("request.which"));
        passages.forEach(
                passage ->
                        message.link(
                                "• " + responder.messages().source(passage),
                                PageLink.to(passage, passage.opening())));
        return message.build();
    }
}
