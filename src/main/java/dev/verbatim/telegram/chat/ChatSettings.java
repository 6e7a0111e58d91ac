package dev.verbatim.telegram.chat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.message.AnswerLength;
import dev.verbatim.telegram.update.MessageContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The settings of a chat.
///
/// @param language of the bot's own words; [Locale#ROOT] for each user's own
/// @param articleIds the articles to answer from; empty means all
public record ChatSettings(Locale language, AnswerLength length, Set<String> articleIds) {

    public static final ChatSettings DEFAULT =
            new ChatSettings(Locale.ROOT, AnswerLength.NORMAL, Set.of());

    public ChatSettings {
        articleIds = Set.copyOf(articleIds);
    }

    /// The bot's texts in the language for the sender of a message.
    public MessageCatalog catalogFor(MessageContext context) {
        return MessageCatalog.in(language.equals(Locale.ROOT) ? context.language() : language);
    }

    public boolean includes(String articleId) {
        return articleIds.isEmpty() || articleIds.contains(articleId);
    }

    public ChatSettings withLanguage(Locale other) {
        return new ChatSettings(other, length, articleIds);
    }

    public ChatSettings withLength(AnswerLength other) {
        return new ChatSettings(language, other, articleIds);
    }

    public ChatSettings withAllArticles() {
        return new ChatSettings(language, length, Set.of());
    }

    /// The same settings with an article selected, or no longer selected. Without any selected
    /// article, all articles are used again.
    public ChatSettings withToggledArticle(String articleId) {
        Set<String> others = new HashSet<>(articleIds);
        if (!others.remove(articleId)) {
            others.add(articleId);
        }
        return new ChatSettings(language, length, others);
    }
}
