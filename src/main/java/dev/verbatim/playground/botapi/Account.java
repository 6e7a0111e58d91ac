package dev.verbatim.playground.botapi;

import tools.jackson.databind.node.ObjectNode;

/// An account that can send messages and be a member of chats.
public sealed interface Account permits PersonAccount, BotAccount {

    long id();

    /// The `User` of the Bot API.
    ObjectNode toJson();
}
