package dev.verbatim.playground.botapi;

import tools.jackson.databind.node.ObjectNode;

/// Where a forwarded message comes from: the `MessageOrigin` of the Bot API.
final class Origin {

    private Origin() {}

    static ObjectNode of(Post post) {
        Room as = post.sender().as();
        ObjectNode origin = Json.object();
        if (as == null) {
            origin.put("type", "user").put("date", post.date());
            origin.set("sender_user", post.sender().account().wire());
        } else if (as.isChannel()) {
            origin.put("type", "channel").put("date", post.date()).put("message_id", post.id());
            origin.set("chat", as.wire());
        } else {
            origin.put("type", "chat").put("date", post.date());
            origin.set("sender_chat", as.wire());
        }
        return origin;
    }
}
