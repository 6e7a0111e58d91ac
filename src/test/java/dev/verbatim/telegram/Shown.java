package dev.verbatim.telegram;

import dev.verbatim.telegram.message.Entity;
import dev.verbatim.telegram.message.Reply;
import java.util.List;

/// What a reader sees of a reply: the words that its entities mark.
public final class Shown {

    private Shown() {}

    public static List<String> quotes(Reply reply) {
        return marked(reply, Entity.Quote.class);
    }

    public static List<String> bold(Reply reply) {
        return marked(reply, Entity.Bold.class);
    }

    public static List<String> links(Reply reply) {
        return marked(reply, Entity.Link.class);
    }

    public static List<String> urls(Reply reply) {
        return reply.entities().stream()
                .filter(Entity.Link.class::isInstance)
                .map(link -> ((Entity.Link) link).url())
                .toList();
    }

    private static List<String> marked(Reply reply, Class<? extends Entity> type) {
        return reply.entities().stream()
                .filter(type::isInstance)
                .map(entity -> entity.span().of(reply.text()))
                .toList();
    }
}
