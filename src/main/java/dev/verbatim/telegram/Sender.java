package dev.verbatim.telegram;

import dev.verbatim.telegram.delivery.Delivery;
import dev.verbatim.telegram.delivery.Gateway;

/// Says our replies to Telegram. Thread-safe; returns when a call is made, or won't be.
final class Sender {

    private final Gateway gateway;

    Sender(Gateway gateway) {
        this.gateway = gateway;
    }

    /// Sends into the chat.
    Delivery send(Origin origin, Reply reply) {
        return gateway.call("send", origin.chatId(), Requests.send(origin, reply));
    }

    /// Sends as a reply to the message; into the chat when that is gone.
    Delivery reply(Origin origin, Reply reply) {
        Delivery delivery = gateway.call("reply", origin.chatId(), Requests.reply(origin, reply));
        return delivery instanceof Delivery.Rejected(var reason)
                        && reason.contains("message to be replied not found")
                ? send(origin, reply)
                : delivery;
    }

    /// Puts something else into a message of ours; into a new one when that is gone.
    Delivery edit(Origin origin, Reply reply) {
        Delivery delivery = gateway.call("edit", origin.chatId(), Requests.edit(origin, reply));
        return delivery instanceof Delivery.Rejected ? send(origin, reply) : delivery;
    }

    /// Stops a button's spinner.
    ///
    /// @param notice shown for a moment; empty for none
    Delivery acknowledge(long chatId, String queryId, String notice) {
        return gateway.call("acknowledge", chatId, Requests.acknowledge(queryId, notice));
    }
}
