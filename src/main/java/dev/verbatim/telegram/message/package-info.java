/// What we write: text with entities and buttons, and all of our phrases.
///
/// Start at [ReplyMessage]; [MessageBuilder] makes one. An entity is a place in the text and never
/// markup, so no article can break a message. A button carries a [CallbackData], for ever; a link
/// or button that leads to a passage doesn't hold it but a [PassageReference], which tells whether
/// the article still says the same.
///
/// Nothing here knows where a message goes, nor a type of the Bot API.
@NullMarked
package dev.verbatim.telegram.message;

import org.jspecify.annotations.NullMarked;
