package dev.verbatim.playground.botapi;

import tools.jackson.databind.node.ObjectNode;

/// Where a forwarded message comes from: the `MessageOrigin` of the Bot API.
final class ForwardOrigin {

    private ForwardOrigin() {}

    static ObjectNode of(SimulatedMessage message) {
        SimulatedChat as = message.sender().as();
        ObjectNode origin = JsonTrees.object();
        if (as == null) {
            origin.put("type", "user").put("date", message.date());
            origin.set("sender_user", message.sender().account().wire());
        } else if (as.isChannel()) {
            origin.put("type", "channel")
                    .put("date", message.date())
                    .put("message_id", message.id());
            origin.set("chat", as.wire());
        } else {
            origin.put("type", "chat").put("date", message.date());
            origin.set("sender_chat", as.wire());
        }
        return origin;
    }
}
