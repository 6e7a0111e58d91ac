package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request for something that no passage answers: a summary, what is known of an article, or what
/// the bot doesn't do.
///
/// Only whole messages count: "who wrote this?" is a request, "who wrote the letter to Kyiv?" is a
/// question. The phrases of all languages count at once, as for small talk. They are the classes
/// `request` of a [Phrasebook], and are compared without fillers such as "please".
///
/// @param subject of [Kind#WHICH]; empty for most others
public record ArticleRequest(Kind kind, String subject) {

    /// Of a few articles that have the subject, this many have the first passages.
    private static final int MAX_CANDIDATES = 50;

    private static final int MAX_ARTICLES = 8;

    /// The share of the subject's words, weighted by rarity, from which on a passage has it.
    private static final double ENOUGH = 0.5;

    /// A kind of request.
    public enum Kind {
        /// "What is this article about?", "tl;dr"
        SUMMARY(PhraseClass.REQUEST_SUMMARY),
        AUTHOR(PhraseClass.REQUEST_AUTHOR),
        DATE(PhraseClass.REQUEST_DATE),
        SOURCE(PhraseClass.REQUEST_SOURCE),
        /// "Who is quoted?"
        SPEAKERS(PhraseClass.REQUEST_SPEAKERS),
        /// "How many articles do you know?", "show me all articles"
        LIST(PhraseClass.REQUEST_LIST),
        /// "Which article talks about ships?"
        WHICH(PhraseClass.REQUEST_WHICH),
        TRANSLATE(PhraseClass.REQUEST_TRANSLATE),
        EXPLAIN(PhraseClass.REQUEST_EXPLAIN),
        COMPARE(PhraseClass.REQUEST_COMPARE),
        TRUTH(PhraseClass.REQUEST_TRUTH);

        private final PhraseClass phrases;

        Kind(PhraseClass phrases) {
            this.phrases = phrases;
        }
    }

    /// The request that a message is; empty when it is none.
    public static Optional<ArticleRequest> parse(String message) {
        if (SmallTalkClassifier.classify(message).isPresent()) {
            return Optional.empty();
        }
        Utterance utterance = Utterance.of(message);
        return Phrasebook.all().stream()
                .flatMap(book -> requests(utterance, book))
                .filter(request -> request.kind != Kind.WHICH || !request.subject.isEmpty())
                .findFirst();
    }

    /// The passages that have most of the subject's words, one of each article, best first.
    ///
    /// @param scope the articles to search; empty means all
    public List<Passage> passages(PassageRetriever retriever, Set<String> scope) {
        Map<String, Passage> found = new LinkedHashMap<>();
        retriever.retrieve(new Question(subject, scope), MAX_CANDIDATES).candidates().stream()
                .filter(candidate -> candidate.signals().coverage() >= ENOUGH)
                .map(Ranking.Candidate::passage)
                .forEach(passage -> found.putIfAbsent(passage.article().id(), passage));
        return found.values().stream().limit(MAX_ARTICLES).toList();
    }

    private static Stream<ArticleRequest> requests(Utterance utterance, Phrasebook book) {
        List<Utterance> forms = book.requestForms(utterance);
        return Arrays.stream(Kind.values())
                .flatMap(
                        kind ->
                                forms.stream()
                                        .flatMap(form -> book.gaps(kind.phrases, form))
                                        .map(gap -> new ArticleRequest(kind, gap.text())));
    }

    /// The bot's word that it doesn't translate, explain, compare or judge, and what there is
    /// instead.
    public String refusal(MessageCatalog messages) {
        return say("", messages);
    }

    /// What is known of an article: its author, its date, its address, whom it quotes.
    ///
    /// @throws IllegalStateException for other kinds
    public String reply(Article article, MessageCatalog messages) {
        Publication publication = article.publication();
        return switch (kind) {
            case AUTHOR -> known(MessageCatalog.onOneLine(orEmpty(publication.author())), messages);
            case DATE -> known(date(publication, messages), messages);
            case SOURCE -> known(Objects.toString(publication.url(), ""), messages);
            case SPEAKERS -> speakers(article, messages);
            case SUMMARY, LIST, WHICH, TRANSLATE, EXPLAIN, COMPARE, TRUTH ->
                    throw new IllegalStateException(this + " is for no fact of an article");
        };
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String date(Publication publication, MessageCatalog messages) {
        return publication.published() == null ? "" : messages.date(publication.published());
    }

    private String known(String fact, MessageCatalog messages) {
        return fact.isEmpty() ? say("-unknown", messages) : say("", messages, fact);
    }

    private String say(String ending, MessageCatalog messages, Object... facts) {
        return messages.say("request." + kind.name().toLowerCase(Locale.ROOT) + ending, facts);
    }

    /// A line for each speaker, with the paragraph of the first quotation.
    private String speakers(Article article, MessageCatalog messages) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Quotation quotation : article.quotations()) {
            Speaker speaker = quotation.speaker();
            if (speaker != null) {
                lines.putIfAbsent(
                        speaker.name(),
                        messages.speaker(speaker) + " · ¶" + paragraph(quotation, article));
            }
        }
        return lines.isEmpty()
                ? say("-unknown", messages)
                : say("", messages) + "\n" + String.join("\n", lines.values());
    }

    private static long paragraph(Quotation quotation, Article article) {
        int start = quotation.content().start();
        return article.paragraphs().stream()
                .takeWhile(paragraph -> paragraph.span().start() <= start)
                .count();
    }
}
