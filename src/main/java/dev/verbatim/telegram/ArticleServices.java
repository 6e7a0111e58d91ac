package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.library.Library;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.summary.Summarizer;
import io.micrometer.core.instrument.MeterRegistry;

/// The services that the features answer from.
///
/// @param registry counts and times the answers
record ArticleServices(
        Answerer answerer,
        PassageRetriever retriever,
        Summarizer summarizer,
        Library library,
        MeterRegistry registry) {}
