/// Holds the messages that the bot writes: text with entities and buttons, and all of its phrases.
///
/// Start at [ReplyMessage]; [MessageBuilder] makes one. An entity is a place in the text, never
/// markup, so no article can break a message. A button carries [CallbackData], forever. A link or
/// button that leads to a passage doesn't hold the passage but a [PassageReference], which tells
/// whether the article still says the same.
///
/// Nothing here knows where a message goes, nor any type of the Bot API.
@NullMarked
package dev.verbatim.telegram.message;

import org.jspecify.annotations.NullMarked;
