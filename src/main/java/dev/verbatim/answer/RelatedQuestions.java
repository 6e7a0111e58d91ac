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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A finder of questions that the articles do answer, near one that they don't: what somebody says,
/// also about a name, who is quoted in a passage that came near and has a word of the question.
/// Thread-safe.
///
/// A question is only offered when it is known to be answered, by that article and with that
/// speaker's words, as surely as any answer has to be. That is found out in the background: when an
/// article comes ([#prepare]), and else after a question that would have wanted it. So an
/// abstention takes no longer, and one of the first may have nothing to offer.
public final class RelatedQuestions {

    private static final Logger log = LoggerFactory.getLogger(RelatedQuestions.class);

    private static final int MAX_OFFERED = 2;
    private static final int MAX_PASSAGES = 3;
    private static final int MAX_PER_ARTICLE = 24;
    private static final int MAX_NAMES = 3;
    private static final Pattern ACRONYM = Pattern.compile("^\\p{Lu}{3,8}$");
    private static final Map<Locale, Set<String>> PLACES = new ConcurrentHashMap<>();

    // Not at the beginning of a sentence or a quotation, where every word has a capital letter.
    private static final Pattern NAME =
            Pattern.compile(
                    "(?<=[\\p{L}\\p{N},;] )\\p{Lu}[\\p{L}\\p{N}]++(?: \\p{Lu}[\\p{L}\\p{N}]++)*+");
    private static final int MAX_WAITING = 40;
    private static final int MAX_KNOWN = 2_000;

    // Other articles come and go, too.
    private static final Duration HOLDS = Duration.ofHours(1);

    private final Answerer answerer;
    private final Executor background;
    private final Cache<Check, Boolean> answered =
            Caffeine.newBuilder().expireAfterWrite(HOLDS).maximumSize(MAX_KNOWN).build();

    // A book takes a while to hash, and an abstention waits for it.
    private final Cache<Article, Long> versions = Caffeine.newBuilder().weakKeys().build();

    /// A question about an article.
    ///
    /// @param text in the article's language
    public record Related(Article article, Speaker speaker, String text) {

        private static Related of(Passage passage, Speaker speaker) {
            return of(passage, speaker, "related.speaker", name(speaker));
        }

        private static Related about(String topic, Passage passage, Speaker speaker) {
            return of(passage, speaker, "related.topic", name(speaker), topic);
        }

        private static Related of(
                Passage passage, Speaker speaker, String key, Object... arguments) {
            Article article = passage.article();
            MessageCatalog messages = MessageCatalog.in(article.publication().language());
            return new Related(article, speaker, messages.say(key, arguments));
        }

        private static String name(Speaker speaker) {
            return MessageCatalog.onOneLine(speaker.name());
        }

        /// A number by which it is found again.
        public long key() {
            return TextHash.of(text);
        }
    }

    /// A question that is asked of some articles.
    ///
    /// @param version of the article's text
    private record Check(String question, Set<String> articleIds, long version) {}

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
                .flatMap(passage -> about(passage, asked.text()))
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

    /// What the speakers in a passage say about the names in it, those of the question first, and
    /// what they say at all.
    private static Stream<Related> about(Passage passage, String question) {
        return passage.article()
                .speakersIn(passage.span())
                .flatMap(
                        speaker ->
                                Stream.concat(
                                        names(passage, speaker).stream()
                                                .sorted(
                                                        Comparator.comparing(
                                                                name -> !question.contains(name)))
                                                .map(name -> Related.about(name, passage, speaker)),
                                        Stream.of(Related.of(passage, speaker))));
    }

    private static List<String> names(Passage passage, Speaker speaker) {
        Locale language = passage.article().publication().language();
        String own = speaker.name() + " " + Objects.requireNonNullElse(speaker.role(), "");
        return NAME.matcher(passage.text())
                .results()
                .map(MatchResult::group)
                .filter(name -> isTopic(name, language))
                .filter(name -> !own.contains(name) && !name.contains(speaker.name()))
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }

    /// Whether it is the name of a country or a well-known city, or an acronym. Of other words with
    /// a capital letter one can't be sure: "about Ukrainian" is no question.
    private static boolean isTopic(String name, Locale language) {
        return PLACES.computeIfAbsent(language, Language::places)
                        .contains(name.toLowerCase(Locale.ROOT))
                || ACRONYM.matcher(name).matches();
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
        Boolean known = answered.getIfPresent(check(related, articleIds));
        if (known == null) {
            background.execute(() -> findOut(related, articleIds));
        }
        return Boolean.TRUE.equals(known);
    }

    private Check check(Related related, Set<String> articleIds) {
        Long version = versions.get(related.article(), one -> TextHash.of(one.text()));
        return new Check(related.text(), articleIds, version);
    }

    private void findOut(Related related, Set<String> articleIds) {
        Check check = check(related, articleIds);
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
                .forEach(related -> background.execute(() -> findOut(related, Set.of())));
    }

    private static Stream<Related> all(Article article) {
        return article.passages().stream().flatMap(passage -> about(passage, "")).distinct();
    }

    /// The question about an article that has this key; empty when it has none any more.
    public static Optional<Related> find(Article article, long key) {
        return all(article).filter(related -> related.key() == key).findFirst();
    }
}
