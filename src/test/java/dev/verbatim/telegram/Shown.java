package dev.verbatim.telegram;

import java.util.List;

/// What a reader sees of a reply: the words that its entities mark.
final class Shown {

    private Shown() {}

    static List<String> quotes(Reply reply) {
        return marked(reply, Entity.Quote.class);
    }

    static List<String> bold(Reply reply) {
        return marked(reply, Entity.Bold.class);
    }

    static List<String> links(Reply reply) {
        return marked(reply, Entity.Link.class);
    }

    static List<String> urls(Reply reply) {
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
