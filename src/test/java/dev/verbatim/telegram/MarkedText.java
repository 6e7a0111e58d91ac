package dev.verbatim.telegram;

import dev.verbatim.property.AwkwardText;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import java.util.List;

/// A reader of the words that the entities of a message mark.
public final class MarkedText {

    private MarkedText() {}

    public static List<String> quotes(ReplyMessage reply) {
        return marked(reply, TextEntity.Quote.class);
    }

    public static List<String> bold(ReplyMessage reply) {
        return marked(reply, TextEntity.Bold.class);
    }

    public static List<String> links(ReplyMessage reply) {
        return marked(reply, TextEntity.Link.class);
    }

    public static List<String> urls(ReplyMessage reply) {
        return reply.entities().stream()
                .filter(TextEntity.Link.class::isInstance)
                .map(link -> ((TextEntity.Link) link).url())
                .toList();
    }

    private static List<String> marked(ReplyMessage reply, Class<? extends TextEntity> type) {
        return reply.entities().stream()
                .filter(type::isInstance)
                .map(textEntity -> textEntity.span().of(reply.text()))
                .toList();
    }

    /// Whether an entity starts and ends between characters, as Telegram demands.
    public static boolean isBetweenCharacters(TextEntity textEntity, ReplyMessage reply) {
        return AwkwardText.isBetweenCharacters(reply.text(), textEntity.span().start())
                && AwkwardText.isBetweenCharacters(reply.text(), textEntity.span().end());
    }
}
