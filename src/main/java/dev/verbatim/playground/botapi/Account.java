package dev.verbatim.playground.botapi;

import tools.jackson.databind.node.ObjectNode;

/// Who can write and be a member.
public sealed interface Account permits PersonAccount, BotAccount {

    long id();

    /// The `User` of the Bot API.
    ObjectNode toJson();
}
