package dev.verbatim.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextHash;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.Language;
import dev.verbatim.retrieval.Question;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A finder of questions that the articles do answer, near one that they don't: what somebody says
/// who is quoted in a passage that came near and has a word of the question. Thread-safe.
///
/// A question is only offered when it is known to be answered, by that article and with that
/// speaker's words, as surely as any answer has to be. That is found out in the background: when an
/// article comes ([#prepare]), and else after a question that would have wanted it. So an
/// abstention takes no longer, and one of the first may have nothing to offer.
public final class RelatedQuestions {

    private static final Logger log = LoggerFactory.getLogger(RelatedQuestions.class);

    private static final int MAX_OFFERED = 2;
    private static final int MAX_PASSAGES = 3;
    private static final int MAX_PER_ARTICLE = 8;
    private static final int MAX_WAITING = 40;
    private static final int MAX_KNOWN = 2_000;

    // Other articles come and go, too.
    private static final Duration HOLDS = Duration.ofHours(1);

    private final Answerer answerer;
    private final Executor background;
    private final Cache<Check, Boolean> answered =
            Caffeine.newBuilder().expireAfterWrite(HOLDS).maximumSize(MAX_KNOWN).build();

    /// A question about an article.
    ///
    /// @param text in the article's language
    public record Related(Article article, Speaker speaker, String text) {

        static Related of(Article article, Speaker speaker) {
            String name = MessageCatalog.onOneLine(speaker.name());
            MessageCatalog messages = MessageCatalog.in(article.publication().language());
            return new Related(article, speaker, messages.say("related.speaker", name));
        }

        /// A number by which it is found again.
        public long key() {
            return TextHash.of(text);
        }
    }

    /// A question that is asked of some articles.
    ///
    /// @param version of the article's text
    private record Check(String question, Set<String> articleIds, long version) {

        static Check of(Related related, Set<String> articleIds) {
            return new Check(related.text(), articleIds, TextHash.of(related.article().text()));
        }
    }

    public RelatedQuestions(Answerer answerer) {
        this(answerer, newBackground());
    }

    /// @param background runs the checks
    RelatedQuestions(Answerer answerer, Executor background) {
        this.answerer = answerer;
        this.background = background;
    }

    /// One thread, which ends when there is nothing to do. What is too much is left out.
    private static Executor newBackground() {
        return new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().daemon().name("related-questions").factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /// The questions to offer, the nearest first; only a few, and none that isn't known to be
    /// answered.
    public List<Related> near(Question asked, Answer.NotFound abstention) {
        List<Related> offered = new ArrayList<>();
        abstention.nearest().stream()
                .limit(MAX_PASSAGES)
                .filter(passage -> sharesWords(asked.text(), passage))
                .flatMap(
                        passage ->
                                passage.article()
                                        .speakersIn(passage.span())
                                        .map(one -> Related.of(passage.article(), one)))
                .distinct()
                .forEach(
                        related -> {
                            if (isKnown(related, asked.articleIds())
                                    && offered.size() < MAX_OFFERED) {
                                offered.add(related);
                            }
                        });
        return List.copyOf(offered);
    }

    private static boolean sharesWords(String question, Passage passage) {
        Locale language = passage.article().publication().language();
        Set<String> words = new HashSet<>(AnalyzedTerms.of(language, passage.text()));
        return AnalyzedTerms.of(language, question).stream()
                .filter(word -> !Language.orEnglish(language).isFunctionWord(word))
                .anyMatch(words::contains);
    }

    /// Whether it is known to be answered; if nothing is known, it is found out for the next time.
    private boolean isKnown(Related related, Set<String> articleIds) {
        Boolean known = answered.getIfPresent(Check.of(related, articleIds));
        if (known == null) {
            background.execute(() -> check(related, articleIds));
        }
        return Boolean.TRUE.equals(known);
    }

    private void check(Related related, Set<String> articleIds) {
        Check check = Check.of(related, articleIds);
        try {
            if (answered.getIfPresent(check) == null) {
                answered.put(check, isAnswered(related, articleIds));
            }
        } catch (UncheckedIOException e) {
            log.debug("a related question isn't checked: {}", e.getMessage());
        }
    }

    private boolean isAnswered(Related related, Set<String> articleIds) {
        return answerer.answer(new Question(related.text(), articleIds))
                        instanceof Answer.Found found
                && found.passage().article().id().equals(related.article().id())
                && found.speaker() != null
                && found.speaker().name().equals(related.speaker().name());
    }

    /// Finds out in the background what can be offered about an article that has come or changed.
    public void prepare(Article article) {
        answered.invalidateAll();
        all(article)
                .limit(MAX_PER_ARTICLE)
                .forEach(related -> background.execute(() -> check(related, Set.of())));
    }

    private static Stream<Related> all(Article article) {
        return article.quotations().stream()
                .flatMap(quotation -> Optional.ofNullable(quotation.speaker()).stream())
                .distinct()
                .map(speaker -> Related.of(article, speaker));
    }

    /// The question about an article that has this key; empty when it has none any more.
    public static Optional<Related> find(Article article, long key) {
        return all(article).filter(related -> related.key() == key).findFirst();
    }
}
