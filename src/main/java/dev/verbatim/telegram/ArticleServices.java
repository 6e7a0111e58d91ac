package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.feed.FeedPoller.FeedState;
import dev.verbatim.article.history.ArticleHistory;
import dev.verbatim.article.library.Library;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.summary.Summarizer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/// The services that the features answer from.
///
/// @param feeds the state of each
/// @param registry counts and times the answers
record ArticleServices(
        Answerer answerer,
        PassageRetriever retriever,
        Summarizer summarizer,
        Library library,
        Supplier<List<FeedState>> feeds,
        ArticleHistory history,
        MeterRegistry registry) {}
