package dev.verbatim.telegram.subscriptions;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A chat's wish to be told of new articles.
///
/// @param words that an article must be about; empty for every article
/// @param topicId where it is told; 0 for no topic
/// @param language of whoever has subscribed
record Subscription(long chatId, String words, int topicId, Locale language) {

    /// Where it is told, without a message that it replies to.
    MessageContext context() {
        ChatKind kind = chatId > 0 ? ChatKind.PRIVATE : ChatKind.SUPERGROUP;
        return new MessageContext(
                chatId, 0, topicId == 0 ? null : Integer.valueOf(topicId), language, chatId, kind);
    }

    /// The words of an article that tell what it is about.
    static final class Topic {

        private static final int LEAD = 3;
        // A word that comes so often is what the article is about, wherever it comes first.
        private static final int OFTEN = 3;

        private final Locale language;
        private final Set<String> lead = new HashSet<>();
        private final List<String> all;

        Topic(Article article) {
            language = article.publication().language();
            lead.addAll(stems(article.publication().title()));
            for (Paragraph paragraph : article.paragraphs().stream().limit(LEAD).toList()) {
                lead.addAll(stems(paragraph.span().of(article.text())));
            }
            all = stems(article.text());
        }

        private List<String> stems(String text) {
            return AnalyzedTerms.stems(text, language);
        }

        /// Whether every word of a subscription is in the title or the beginning, or comes often.
        boolean matches(Subscription subscription) {
            return stems(subscription.words()).stream()
                    .allMatch(
                            word ->
                                    lead.contains(word)
                                            || Collections.frequency(all, word) >= OFTEN);
        }
    }
}
